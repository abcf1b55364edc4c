package io.github.wxcard.config;

import java.io.IOException;
import java.nio.file.Path;

/** A lock that another process keeps until this is closed. */
public final class LockedFile implements AutoCloseable {
  private final Process holder;

  public LockedFile(Path lock) throws IOException {
    holder = LockHolder.start(lock);
  }

  public boolean isHeld() {
    return holder.isAlive();
  }

  @Override
  public void close() {
    holder.destroyForcibly().onExit().join();
  }
}
