package io.github.wxcard.client;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two machines with homes of their own, one account, and a token store they share. */
final class Fleet implements AutoCloseable {
  /** Hands out tokens to both. */
  final Stub one;

  final Stub other;
  private final WireMockServer server = Stub.server();

  Fleet(Path folder, String tokenStore) {
    one = new Stub(folder.resolve("one"), server);
    other = new Stub(folder.resolve("other"), server);
    for (Stub machine : List.of(one, other)) {
      configure(machine, tokenStore);
    }
  }

  /** What answers in WeChat's place. */
  WireMockServer server() {
    return server;
  }

  /** Names the token store in the only profile of a machine. */
  static void configure(Stub machine, String tokenStore) {
    machine
        .around
        .file()
        .update(
            tree -> tree.withObject("/profiles").withObject("/ci").put("tokenStore", tokenStore));
  }

  /** A process of its own on a further machine. */
  OtherProcess process(Path home) throws IOException {
    Path config = home.resolve("config.json");
    Files.createDirectories(home);
    Files.copy(one.around.file().path(), config);
    Map<String, String> variables = new HashMap<>(one.around.environment().variables());
    variables.put("HOME", home.toString());
    variables.put("WXCARD_CONFIG", config.toString());
    return OtherProcess.start(variables);
  }

  /** How many token calls both have made. */
  int tokenCalls() {
    return one.requests(Stub.TOKEN_PATH);
  }

  /** Whether a machine's own file holds a token. */
  static boolean keepsItself(Stub machine) {
    return !machine.around.file().read().path("cache").isEmpty();
  }

  @Override
  public void close() {
    server.stop();
  }
}
