package io.github.wxcard.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/** Looks names of hosts up in a way that interrupts end, as they do not end the system's own. */
final class NameLookup {
  private static final Pattern NEEDS_NONE = Pattern.compile("[\\d.]+|.*:.*|(?i:localhost)");

  private final Resolver resolver;

  NameLookup() {
    this(InetAddress::getByName);
  }

  NameLookup(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What knows the addresses behind names; it may take its time. */
  @FunctionalInterface
  interface Resolver {
    InetAddress find(String host) throws UnknownHostException;
  }

  /** The address of a host; an {@link UnknownHostException} when it has none. */
  InetAddress find(String host) throws IOException, InterruptedException {
    if (NEEDS_NONE.matcher(host).matches()) {
      return resolver.find(host);
    }
    FutureTask<InetAddress> answer = new FutureTask<>(() -> resolver.find(host));
    Thread thread = new Thread(answer, "wxcard name lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptedBeforeSending("no address of " + host);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new IOException(e.getCause());
    }
  }
}
