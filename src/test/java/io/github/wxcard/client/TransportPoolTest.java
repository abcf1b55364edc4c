package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.wxcard.Wxcard;
import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportPoolTest {
  @TempDir Path home;

  private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private Environment environment;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          callers.add(exchange.getRemoteAddress());
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[] {'{', '}'});
          exchange.close();
        });
    server.start();
    environment =
        new Wxcard(home)
            .with("WXCARD_APPID", "wx1234567890abcdef")
            .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef")
            .with("WXCARD_API_BASE", "http://127.0.0.1:" + server.getAddress().getPort())
            .environment();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private WeChat open(TransportPool shared) {
    AccountSelection none = new AccountSelection(Optional.empty(), false, Optional.empty());
    Settings settings = new Settings(environment, none, notice -> {});
    ResolvedAccount target = settings.target();
    ClientOptions options = ClientOptions.usual("test");
    return shared == null
        ? WeChat.open(target, settings.tokens(target), environment, options)
        : WeChat.open(target, settings.tokens(target), environment, options, shared);
  }

  @Test
  void clients_that_share_connections_reuse_the_open_one() {
    try (TransportPool shared = new TransportPool(environment)) {
      for (int command = 0; command < 3; command++) {
        try (WeChat weChat = open(shared)) {
          assertThat(weChat.probe().took()).isPositive();
        }
      }
    }
    assertThat(callers).hasSize(1);
  }

  @Test
  void clients_of_their_own_connect_each() {
    for (int command = 0; command < 2; command++) {
      try (WeChat weChat = open(null)) {
        assertThat(weChat.probe().took()).isPositive();
      }
    }
    assertThat(callers).hasSize(2);
  }
}
