package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes, one account, one token. */
class TogetherTest {
  private static final int PROCESSES = 16;

  @TempDir Path home;

  @Test
  void processes_that_find_an_expired_token_together_ask_for_a_new_one_once() throws IOException {
    try (Stub stub = new Stub(home)) {
      String base = stub.around.settings().target().apiBase().toString();
      stub.around.file().update(tree -> expired(tree, "wx1@" + base));
      List<OtherProcess> processes = start(base);
      List<String> tokens = new ArrayList<>();
      for (OtherProcess process : processes) {
        process.awaitReady();
      }
      for (OtherProcess process : processes) {
        process.go();
      }
      for (OtherProcess process : processes) {
        tokens.add(process.output());
      }

      assertThat(tokens).hasSize(PROCESSES).containsOnly("marker-token-1");
      assertThat(stub.requests()).isEqualTo(1);
      assertThat(stub.around.file().read().at("/profiles/kept/secret").asText()).isEqualTo("yes");
      assertThat(stub.around.file().path().getParent())
          .isDirectoryNotContaining("glob:**.tmp")
          .isDirectoryContaining("glob:**/config.json");
    }
  }

  private List<OtherProcess> start(String base) throws IOException {
    Map<String, String> variables =
        Map.of(
            "HOME",
            home.toString(),
            "XDG_CONFIG_HOME",
            home.resolve(".config").toString(),
            "WXCARD_API_BASE",
            base,
            "WXCARD_APPID",
            "wx1",
            "WXCARD_SECRET",
            Stub.SECRET);
    List<OtherProcess> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(OtherProcess.start(variables));
    }
    return processes;
  }

  private static void expired(ObjectNode tree, String key) {
    tree.putObject("profiles").putObject("kept").put("secret", "yes");
    tree.putObject("cache")
        .putObject(key)
        .putObject("access_token")
        .put("value", "stale")
        .put("kind", "stable")
        .put("expiresAt", Instant.EPOCH.toString());
  }
}
