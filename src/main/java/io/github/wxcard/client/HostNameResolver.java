package io.github.wxcard.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Looks names of hosts up in a way that interrupts end, as they do not end the system's own. */
final class HostNameResolver {
  private final Resolver resolver;

  HostNameResolver() {
    this(InetAddress::getByName);
  }

  HostNameResolver(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What knows the addresses behind names; it may take its time. */
  @FunctionalInterface
  interface Resolver {
    InetAddress find(String host) throws UnknownHostException;
  }

  /** The address of a host; an {@link UnknownHostException} when it has none. */
  InetAddress find(String host) throws IOException, InterruptedException {
    if (needsNone(host)) {
      return resolver.find(host);
    }
    FutureTask<InetAddress> answer = new FutureTask<>(() -> resolver.find(host));
    Thread thread = new Thread(answer, "wxcard name lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptedBeforeSendException("no address of " + host);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new IOException(e.getCause());
    }
  }

  /** Whether it is an address, or the name of this machine that everybody has. */
  private static boolean needsNone(String host) {
    if (host.indexOf(':') >= 0 || host.equalsIgnoreCase("localhost")) {
      return true;
    }
    for (int i = 0; i < host.length(); i++) {
      if (host.charAt(i) != '.' && (host.charAt(i) < '0' || host.charAt(i) > '9')) {
        return false;
      }
    }
    return !host.isEmpty();
  }
}
