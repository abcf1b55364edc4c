package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples that are programs: the walkthrough as a script, and the CI workflow. */
class SampleScriptsTest {
  private static final Path SAMPLES = Script.PROJECT.resolve("samples");

  @TempDir Path home;

  @Test
  void the_walkthrough_script_redeems_a_code() throws Exception {
    Run run =
        Script.of(SAMPLES.resolve("walkthrough.sh"))
            .with("HOME", home.toString())
            .from(home)
            .run()
            .exits(0);
    String[] last = run.out().lines().reduce("", (earlier, later) -> later).split(" ", 2);
    String code =
        run.out().lines().filter(line -> line.matches(" +\\d{12}")).findFirst().orElseThrow();
    try (ServedAccount account =
        new ServedAccount(home.resolve(".local/state/wxcard/sandbox.db"))) {
      var state =
          account.call(
              "/card/code/get",
              Json.object().put("code", code.strip()).put("check_consume", false));
      assertThat(state.path("user_card_status").asText()).isEqualTo("CONSUMED");
      assertThat(state.at("/card/card_id").asText()).isEqualTo(last[0]);
    }
  }

  /** In an empty folder, as a repository of somebody else has no samples of ours. */
  @Test
  void the_ci_workflow_runs_without_an_account_and_refuses_to_guess_one() throws IOException {
    List<String> commands =
        Pattern.compile("run: (wxcard .*)")
            .matcher(Files.readString(SAMPLES.resolve("ci/smoke-test.yml")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(commands).hasSize(4);
    Path repository = Files.createDirectory(home.resolve("repository"));
    for (String command : commands) {
      int expected = command.contains(" token ") ? 7 : 0;
      Path shell = home.resolve("step");
      Files.writeString(shell, "#!/bin/sh\ncd '" + repository + "' && " + command);
      assertThat(shell.toFile().setExecutable(true)).isTrue();
      Script.of(shell)
          .with("HOME", home.toString())
          .with("CI", "true")
          .with("PATH", Script.PROJECT.resolve("scripts") + ":" + System.getenv("PATH"))
          .run()
          .exits(expected);
    }
    assertThat(Files.readString(repository.resolve("hello.xml"))).contains("tests=\"7\"");
    assertThat(Json.read(Files.readAllBytes(repository.resolve("sandbox.json"))).at("/tables/card"))
        .hasSize(1);
  }
}
