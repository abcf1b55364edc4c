package io.github.wxcard.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Sees to it that a password is shown to a proxy once only when that one refuses it. */
final class ProxyAuthentication {
  private static final int LOGIN_WANTED = 407;

  private final boolean loggingIn;
  private final ReentrantLock first = new ReentrantLock();
  private volatile boolean accepted;
  private volatile ProxyException refusal;

  ProxyAuthentication(Optional<String> login) {
    this.loggingIn = login.isPresent();
    this.accepted = !loggingIn;
  }

  /** The first one goes alone; the others follow when it was let through. */
  ReceivedResponse pass(DeadlineWatchdog.Work<ReceivedResponse> exchange)
      throws IOException, InterruptedException {
    if (accepted) {
      return exchange.carryOut();
    }
    lock();
    try {
      if (refusal != null) {
        throw refusal;
      }
      ReceivedResponse response = exchange.carryOut();
      accepted = true;
      return response;
    } finally {
      first.unlock();
    }
  }

  private void lock() throws InterruptedException {
    try {
      first.lockInterruptibly();
    } catch (InterruptedException e) {
      throw new InterruptedBeforeSendException("no connection");
    }
  }

  /** Refuses the proxy's own answer; what comes through a tunnel comes by TLS. */
  void check(HttpResponse<?> response) throws ProxyException {
    if (response.statusCode() == LOGIN_WANTED && response.sslSession().isEmpty()) {
      refusal = ProxyException.login(response.headers().allValues("Proxy-Authenticate"), loggingIn);
      throw refusal;
    }
  }
}
