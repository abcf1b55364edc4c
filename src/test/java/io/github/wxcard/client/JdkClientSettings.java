package io.github.wxcard.client;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Settings that hold for a whole process: some test's own client may be the first of the JDK's. */
public final class JdkClientSettings implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    HttpClientFuture.configureJdk();
  }
}
