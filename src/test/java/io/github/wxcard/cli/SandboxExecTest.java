package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other people's commands beside a sandbox of their own. */
@Timeout(120)
final class SandboxExecTest {
  private static final String SHOW = "env | grep ^WXCARD_ | sort";
  private static final String REFUSE =
      "curl -s --noproxy '*' \"$WXCARD_API_BASE/card/create?access_token=x%s\" -d '{}' >&2; echo"
          + " >&2\n";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void open() {
    wx = new Wxcard(home).with("PATH", System.getenv("PATH"));
  }

  @Test
  void the_command_finds_the_sandbox_and_no_other_account() {
    wx.with("WXCARD_PROFILE", "shop")
        .with("WXCARD_TOKEN_STORE", "redis://127.0.0.1:1")
        .with("WXCARD_APPID", "wx00000000000000aa");

    Run run = exec(SHOW).exits(0);

    String base = run.out().lines().findFirst().orElseThrow().replace("WXCARD_API_BASE=", "");
    assertThat(base).matches("http://127\\.0\\.0\\.1:\\d+");
    assertThat(run.out().lines())
        .containsExactly(
            "WXCARD_API_BASE=" + base,
            "WXCARD_APPID=wx5a4db0c0000c0de1",
            "WXCARD_SANDBOX_URL=" + base,
            "WXCARD_SECRET=0123456789abcdef0123456789abcdef");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void what_the_launcher_took_out_of_the_environment_is_there_again() {
    wx.with("LC_ALL", "C.UTF-8")
        .with("WXCARD_GIVEN_LC_ALL", "")
        .with("WXCARD_GIVEN_JAVA_TOOL_OPTIONS", "-Dx=y");

    Run run = exec("echo \"${LC_ALL-unset} $JAVA_TOOL_OPTIONS ${WXCARD_GIVEN_LC_ALL-unset}\"");

    assertThat(run.exits(0).out()).isEqualTo("unset -Dx=y unset\n");
  }

  @Test
  void each_run_has_a_new_sandbox_in_memory() {
    exec("curl -s --noproxy '*' \"$WXCARD_SANDBOX_URL/sandbox/status\"").exits(0);

    assertThat(home.resolve(".local")).doesNotExist();
    assertThat(home.resolve(".config")).doesNotExist();
  }

  @Test
  void streams_are_handed_through_and_stdout_is_the_commands_alone() {
    Run run = wx.typing("一\ntwo\n").run("sandbox", "exec", "--", "sh", "-c", "cat; echo e >&2");

    assertThat(run.exits(0).out()).isEqualTo("一\ntwo\n");
    assertThat(run.err()).isEqualTo("e\n");
  }

  @Test
  void what_follows_the_commands_name_is_the_commands() {
    assertThat(wx.run("sandbox", "exec", "--strict", "--", "echo", "a", "--", "--json", "-h").out())
        .isEqualTo("a -- --json -h\n");
    assertThat(wx.run("sandbox", "exec", "echo", "--dry-run", "--", "b").out())
        .isEqualTo("--dry-run -- b\n");
  }

  @Test
  void how_the_program_speaks_is_no_matter_of_the_commands_words() {
    String[] line =
        "sandbox exec --seed no.json -- true --json --lang zh --color always".split(" ");

    assertThat(wx.run(line).exits(3).err())
        .startsWith("error: ")
        .contains("  Next: ")
        .doesNotContain("\u001b");
  }

  @Test
  void the_exit_code_is_the_commands() throws IOException {
    Path text = Files.writeString(home.resolve("text"), "no program");

    assertThat(exec("exit 7").exitCode()).isEqualTo(7);
    assertThat(exec("kill -TERM $$").exitCode()).isEqualTo(143);
    assertThat(exec("kill -KILL $$").exitCode()).isEqualTo(137);
    assertThat(wx.run("sandbox", "exec", "--", "no-such-command").exits(127).err())
        .contains("there is no command 'no-such-command'", "Next: ");
    Run plain = wx.run("sandbox", "exec", "--json", "--", text.toString()).exits(126);
    assertThat(plain.error().path("errmsg").asText()).contains("cannot be run");
    assertThat(wx.run("sandbox", "exec", "--", home.toString()).exitCode()).isEqualTo(126);
    assertThat(wx.run("sandbox", "exec", "--", "").exitCode()).isEqualTo(127);
    assertThat(wx.run("sandbox", "exec").exits(2).err()).contains("COMMAND is missing");
    assertThat(wx.run("sandbox", "exec", "--port", "70000", "--", "true").exitCode()).isEqualTo(2);
  }

  @Test
  void a_line_of_a_shell_in_one_word_is_told_how_to_run() {
    assertThat(wx.run("sandbox", "exec", "--", "wxcard card list").exits(127).err())
        .contains("Next: Leave out the quotation marks, or let a shell read it: sh -c '")
        .doesNotContain("./wxcard");
    assertThat(wx.run("--lang", "zh", "sandbox", "exec", "--", "a && b").exits(127).err())
        .contains("处理：请去掉引号，或交给 shell：sh -c 'a && b'");
    assertThat(wx.run("sandbox", "exec", "--", "/bin/sh -c true").exits(127).err())
        .contains("sh -c '/bin/sh -c true'");
    assertThat(wx.run("sandbox", "exec", "--", "/none/my tools/x").exits(127).err())
        .contains("Name a program on the PATH");
  }

  @Test
  void the_first_example_ends_well() {
    String help = wx.run("sandbox", "exec", "--help").out();
    assertThat(help.replaceAll("\\s+", " "))
        .contains("member cards at code/consume", "--timeout does not end the command");
    String example =
        help.lines().filter(line -> line.startsWith("  wxcard ")).findFirst().orElseThrow();

    String inner = example.substring(example.indexOf("-- wxcard ") + "-- wxcard ".length());
    try (ServedAccount served = new ServedAccount()) {
      wx.with("WXCARD_API_BASE", served.base().toString())
          .with("WXCARD_APPID", "wx5a4db0c0000c0de1")
          .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef");
      wx.run(inner.split(" ")).exits(0);
    }
  }

  @Test
  void after_a_failure_the_last_five_refusals_are_told() {
    StringBuilder seven = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      seven.append(REFUSE.formatted(i));
    }

    Run failed = exec(seven + "exit 9").exits(9);
    Run one = exec(REFUSE.formatted("") + "exit 1").exits(1);
    Run passed = exec(seven + "exit 0").exits(0);

    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("sh ended with 9; the last 5 of 7 refusals of its sandbox:")
        .containsPattern("  POST /card/create -> 40014: .*\\w");
    assertThat(failed.err().split("\n  POST /card/create -> 40014: ")).hasSize(6);
    assertThat(one.err()).contains("sh ended with 1; the refusal of its sandbox:");
    assertThat(passed.err()).doesNotContain("/card/create ->");
  }

  @Test
  void the_options_of_serve_hold_and_the_state_can_be_kept() throws IOException {
    String rights = "curl -s --noproxy '*' \"$WXCARD_SANDBOX_URL/sandbox/users\"";
    Path file = home.resolve("state.json");

    Run first = exec("--strict", "--without", "card", "--export", file.toString(), rights);
    JsonNode state = Json.read(Files.readAllBytes(file));
    Run second = exec("--seed", file.toString(), "--port", "0", rights).exits(0);
    Run none = wx.run("sandbox", "exec", "--export", home + "/no/x", "--", "touch", home + "/ran");

    assertThat(first.exits(0).out()).contains("\"errcode\":0");
    assertThat(state.path("wxcard_sandbox").asInt()).isEqualTo(1);
    assertThat(second.out()).contains("\"errcode\":0");
    assertThat(none.exits(3).err()).contains("there is no folder");
    assertThat(home.resolve("ran")).doesNotExist();
  }

  @Test
  void a_state_is_kept_of_a_command_that_failed_too() {
    Path file = home.resolve("state.json");

    assertThat(exec("--export", file.toString(), "exit 3").exitCode()).isEqualTo(3);

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void a_wxcard_inside_uses_the_sandbox() throws Exception {
    List<String> java = ServeProcess.program(home, List.of("token", "--jq", ".kind")).command();
    String inner = String.join(" ", java.stream().map(word -> "'" + word + "'").toList());

    assertThat(exec(inner).exits(0).out()).isEqualTo("stable\n");
  }

  /** A shell that runs the last word, with the options before it. */
  private Run exec(String... words) {
    List<String> line = new ArrayList<>(List.of("sandbox", "exec"));
    line.addAll(List.of(words).subList(0, words.length - 1));
    line.addAll(List.of("--", "sh", "-c", words[words.length - 1]));
    return wx.run(line.toArray(String[]::new));
  }
}
