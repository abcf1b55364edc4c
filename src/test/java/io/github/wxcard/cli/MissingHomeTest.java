package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing can be kept, the built-in sandbox lives in memory. */
@Timeout(60)
final class MissingHomeTest {
  private static final String LINE =
      "The built-in sandbox lives in memory and forgets everything at the end";

  @TempDir Path folder;

  @BeforeEach
  void aFileInPlaceOfAHome() throws IOException {
    Files.writeString(folder.resolve("file"), "no folder");
  }

  @ParameterizedTest
  @CsvSource({"file, hello", "file/below, hello", "file, token", "file/below, sandbox status"})
  void a_home_that_is_no_folder_is_told_in_one_line(String home, String line) {
    Run run = new Wxcard(folder.resolve(home)).run((line + " --sandbox").split(" ")).exits(0);

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains(LINE, "file", "Not a directory");
    assertThat(run.err()).doesNotContain("Exception", "warning");
  }

  @Test
  void nothing_is_configured_there_either() {
    Wxcard wx = new Wxcard(folder.resolve("file"));

    assertThat(wx.run("token").exits(0).err()).contains("No account is configured", LINE);
    wx.run("sandbox", "users").exits(0);
    wx.run("profile", "list").exits(0);
  }

  @Test
  void the_commands_of_one_run_share_what_is_remembered() {
    Run run =
        new Wxcard(folder.resolve("file"))
            .typing("whitelist --username one\nwhitelist --add --username two\n")
            .run("repl", "--sandbox")
            .exits(0);

    assertThat(run.out().lines()).containsSequence("one", "one", "two");
    assertThat(run.err()).containsOnlyOnce(LINE).doesNotContain("not remembered");
  }

  @Test
  void what_must_be_kept_is_refused_in_plain_words() {
    Wxcard wx = new Wxcard(folder.resolve("file"));

    Run run = wx.run("profile", "use", "sandbox").exits(7);

    assertThat(run.err()).contains("Not a directory").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file/sandbox.db", "missing/../file/x/y.db"})
  void a_database_that_was_named_is_no_matter_of_the_home(String database) {
    Wxcard wx = new Wxcard(folder).in(folder).with("WXCARD_SANDBOX_DB", database);

    assertThat(wx.run("token", "--sandbox").exits(7).err())
        .contains("sandbox database", "WXCARD_SANDBOX_DB")
        .doesNotContain(LINE, "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ".", "file/config.json"})
  void a_config_file_that_cannot_be_is_told_in_plain_words_and_stops_no_sandbox(String config) {
    Wxcard wx = new Wxcard(folder).in(folder);

    Run run = wx.run("token", "--sandbox", "--config", config).exits(0);

    assertThat(run.err()).startsWith("warning: ").doesNotContain("Exception");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void the_state_may_be_asked_for_in_memory() throws IOException {
    Wxcard wx = new Wxcard(folder).in(folder).with("WXCARD_SANDBOX_DB", ":memory:");

    Run hello = wx.run("hello", "--sandbox").exits(0);
    Run cards = wx.run("card", "list", "--sandbox").exits(0);

    assertThat(hello.err()).isEmpty();
    assertThat(hello.out()).contains("nobody answers there").doesNotContain("scan this");
    assertThat(cards.out()).isEmpty();
    assertThat(wx.run("sandbox", "status", "--jq", ".db").exits(0).out().strip())
        .isEqualTo(":memory:");
    assertThat(wx.run("doctor", "--sandbox").exits(0).out())
        .contains(":memory:  (WXCARD_SANDBOX_DB)");
    try (Stream<Path> made = Files.list(folder)) {
      assertThat(made).containsExactly(folder.resolve("file"));
    }
  }

  @Test
  void a_served_one_needs_no_home_either() throws Exception {
    try (ServeProcess serve = ServeProcess.start(folder.resolve("file"), "--port", "0")) {
      assertThat(serve.greeting().path("db").asText()).isEqualTo(":memory:");
      try (BufferedReader told = serve.process().errorReader(StandardCharsets.UTF_8)) {
        assertThat(told.lines().filter(line -> line.contains(" in memory ")).findFirst())
            .hasValueSatisfying(
                line -> assertThat(line).startsWith("The sandbox lives").contains("a directory"));
      }
    }
  }

  @Test
  void a_served_one_may_be_in_memory_by_that_name_too() throws Exception {
    try (ServeProcess serve = ServeProcess.start(folder, "--port", "0", "--db", ":memory:")) {
      assertThat(serve.greeting().path("db").asText()).isEqualTo(":memory:");
    }
    assertThat(folder.resolve(":memory:")).doesNotExist();
  }
}
