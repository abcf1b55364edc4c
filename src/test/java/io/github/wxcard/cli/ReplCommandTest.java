package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.ConfiguredSecrets;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.ProgramContext;
import io.github.wxcard.cli.base.Timeouts;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplCommandTest {
  @TempDir Path home;

  private Wxcard wx;

  @BeforeEach
  void openUp() {
    wx = new Wxcard(home);
  }

  private Run script(String lines, String... options) {
    String[] words = new String[options.length + 1];
    System.arraycopy(options, 0, words, 0, options.length);
    words[options.length] = "repl";
    return wx.typing(lines).run(words);
  }

  @Test
  void a_script_walks_from_card_to_code_by_names_alone() {
    Run run =
        script(
            """
            # the walkthrough, shortened
            create samples/groupon.json

            qrcode $card_id --show never
            whitelist --username usr1
            hello --until create --json
            """,
            "--sandbox");
    run.exits(0);
    assertThat(run.out().lines().toList().get(1)).startsWith("url http://127.0.0.1:8900/");
  }

  @Test
  void the_first_failure_ends_the_script_with_its_exit_code() {
    Run run = script("consume 1\ntoken\n", "--sandbox");
    run.exits(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("errcode 40056").endsWith("stopped at line 1: consume 1\n");
  }

  @Test
  void a_wrong_line_is_a_usage_failure() {
    script("nonsense\n").exits(2);
    script("create 'x\n").exits(2);
    Run noCard = script("consume $code\n").exits(2);
    assertThat(noCard.err()).contains("no result has given a code yet");
  }

  @Test
  void json_asked_of_the_repl_holds_for_every_line() throws IOException {
    Run run = script("create samples/cash.json\nconsume 1\n", "--sandbox", "--json");
    run.exits(5);
    assertThat(Json.read(run.out()).path("card_id").asText()).startsWith("p");
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40056);
  }

  @Test
  void leaving_ends_a_script_too() {
    assertThat(script("exit\nnonsense\n").exits(0).err()).isEmpty();
  }

  @Test
  void the_choice_of_the_sandbox_is_told_once() {
    Run run = script("token\ntoken\n");
    run.exits(0);
    assertThat(run.err().lines().filter(line -> line.contains("built-in sandbox"))).hasSize(1);
    assertThat(run.out().lines().distinct()).hasSize(1);
  }

  @Test
  void a_script_leaves_no_history() {
    script("token\n", "--sandbox").exits(0);
    assertThat(home.resolve(".local/state/wxcard/history")).doesNotExist();
  }

  @Test
  void a_file_from_windows_is_a_script_as_well() {
    script("\ufefftoken\r\nexit\r\n", "--sandbox").exits(0);
  }

  @Test
  void lines_end_as_any_system_ends_them() {
    Run run = script("token\r# two\r\ntoken\rnosuch\r", "--sandbox").exits(2);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err()).contains("stopped at line 4: nosuch");
  }

  @Test
  void a_script_that_is_no_utf_8_is_told_as_that_and_not_run() {
    for (Charset charset : List.of(StandardCharsets.UTF_16, Charset.forName("GBK"))) {
      wx.typing("token\ncreate 卡.json\n".getBytes(charset));
      Run run = wx.run("repl", "--sandbox").exits(3);
      assertThat(run.err()).contains("of the script is not UTF-8", "GBK", "UTF-16");
    }
  }

  @Test
  void secrets_of_the_config_file_and_the_environment_are_known() throws IOException {
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        """
        {"version":1,"profiles":{"shop":{"appId":"wx1","secret":"sesame"}},
         "cache":{"wx1@x":{"access_token":{"value":"opened"}}}}
        """);
    ProgramContext program = program();
    ConfiguredSecrets known =
        new ConfiguredSecrets(
            () ->
                new CommandContext(
                        program,
                        program.console(),
                        new GlobalOptions(),
                        Timeouts.PER_REQUEST,
                        NestedCommandRunner::new,
                        true)
                    .settings(),
            program.environment());
    assertThat(List.of("say sesame", "say opened", "say hush")).allMatch(known);
    assertThat(known.test("say wx1")).isFalse();
  }

  private ProgramContext program() {
    return new ProgramContext(
        wx.with("WXCARD_SECRET", "hush").environment(), CommandCompletionTest.silentConsole());
  }
}
