package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
  private final Instant now = Instant.now();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  /** What is offered behind these words, without the descriptions; the last word is unfinished. */
  private List<String> offered(String... words) {
    List<String> line = new ArrayList<>(List.of("completion", "candidates", "--"));
    line.addAll(List.of(words));
    Run run = wx.run(line.toArray(String[]::new)).exits(0);
    assertThat(run.err()).isEmpty();
    return run.out().lines().map(each -> each.split("\t", -1)[0]).toList();
  }

  private String createCard() {
    return wx.run("create", "samples/groupon.json", "--sandbox").exits(0).out().strip();
  }

  private void pass(Duration time) {
    wx.at(Clock.fixed(now.plus(time), ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({"bash,complete -F _wxcard", "zsh,compdef _wxcard", "fish,complete -c wxcard"})
  void each_shell_has_its_script(String shell, String hook) {
    assertThat(wx.run("completion", shell).exits(0).out())
        .contains(hook, "completion candidates -- ");
  }

  @Test
  void a_shell_must_be_named() {
    assertThat(wx.run("completion").exits(2).err()).contains("SHELL is missing");
    assertThat(wx.run("completion", "tcsh").exits(2).err()).contains("bash, zsh or fish");
    assertThat(wx.run("completion", "--help").exits(0).out()).doesNotContain("candidates");
  }

  @Test
  void commands_options_and_choices_that_begin_so_are_offered() {
    assertThat(offered("")).contains("hello", "repl", "completion", "api");
    assertThat(offered()).isEqualTo(offered(""));
    assertThat(offered("s")).contains("sign", "sandbox").allMatch(word -> word.startsWith("s"));
    assertThat(offered("sign", "c")).containsExactly("card", "choose", "callback");
    assertThat(offered("consume", "1", "--card")).containsExactly("--card-id");
    assertThat(offered("completion", "")).containsExactly("bash", "zsh", "fish");
    assertThat(offered("api", "POST", "/card/get"))
        .containsExactly("/card/getcolors", "/card/get", "/card/getapplyprotocol");
    assertThat(offered("token", "--color", "a")).containsExactly("auto", "always");
    assertThat(offered("create", "")).containsExactly(":files");
  }

  @Test
  void what_is_offered_says_what_it_is() {
    assertThat(wx.run("completion", "candidates", "--", "consu").exits(0).out())
        .isEqualTo("consume\tRedeem a card code, or a file of them; it cannot be undone\n");
  }

  @Test
  void ids_of_the_account_are_offered_after_an_equals_sign_too() {
    String cardId = createCard();
    assertThat(offered("qrcode", "")).containsExactly(cardId);
    assertThat(offered("qrcode", "x")).isEmpty();
    assertThat(offered("consume", "--card-id=" + cardId.substring(0, 3)))
        .containsExactly("--card-id=" + cardId);
    assertThat(offered("consume", "--card-id", "=", "p")).containsExactly(cardId);
    assertThat(offered("consume", "--card-id", "=")).containsExactly(cardId);
  }

  @Test
  void codes_and_people_of_a_sandbox_are_offered() {
    String cardId = createCard();
    wx.run("whitelist", "--username", "ann", "--sandbox").exits(0);
    String ticket = wx.run("qrcode", cardId, "--sandbox", "--jq", ".ticket").out().strip();
    String code =
        wx.run("sandbox", "scan", ticket, "--as", "ann", "--jq", ".code").exits(0).out().strip();
    assertThat(offered("consume", "")).containsExactly(code);
    assertThat(offered("sandbox", "view", code, "--as", "a")).containsExactly("ann");
    assertThat(offered("sandbox", "view", code, "--as", "o")).hasSize(1);
  }

  @Test
  void the_account_is_the_one_that_the_line_names() throws IOException {
    String cardId = createCard();
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        "{\"version\":1,\"current\":\"shop\",\"profiles\":{\"shop\":{\"appId\":\"wx1\",\"secret\":"
            + "\"s\",\"apiBase\":\"http://127.0.0.1:1\"}}}");
    assertThat(offered("--profile", "")).containsExactly("shop");
    assertThat(offered("profile", "use", "s")).containsExactly("shop");
    assertThat(offered("qrcode", "")).isEmpty();
    assertThat(offered("--sandbox", "qrcode", "")).containsExactly(cardId);
    assertThat(offered("--profile=sandbox", "qrcode", "")).containsExactly(cardId);
    assertThat(offered("--profile", "sandbox", "qrcode", "")).containsExactly(cardId);
  }

  @Test
  void the_account_is_asked_once_a_minute() throws IOException {
    pass(Duration.ZERO);
    String first = createCard();
    assertThat(offered("qrcode", "")).containsExactly(first);
    createCard();
    pass(Duration.ofSeconds(59));
    assertThat(offered("qrcode", "")).containsExactly(first);
    pass(Duration.ofSeconds(60));
    assertThat(offered("qrcode", "")).hasSize(2);
    Path cache = home.resolve(".cache/wxcard/completion");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void a_cache_that_cannot_be_used_harms_nothing() throws IOException {
    String cardId = createCard();
    Files.writeString(home.resolve(".cache"), "in the way");
    assertThat(offered("qrcode", "")).containsExactly(cardId);
    Path other = Files.createDirectories(home.resolve("other/wxcard"));
    wx.with("XDG_CACHE_HOME", home.resolve("other").toString());
    offered("qrcode", "");
    try (Stream<Path> files = Files.list(other.resolve("completion"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "nonsense");
      }
    }
    assertThat(offered("qrcode", "")).containsExactly(cardId);
  }

  @Test
  void a_key_pressed_makes_no_sandbox_and_says_nothing() throws IOException {
    assertThat(offered("qrcode", "")).isEmpty();
    assertThat(home.resolve(".local")).doesNotExist();
    Files.createDirectories(wx.config().getParent());
    Files.writeString(wx.config(), "{ broken");
    assertThat(offered("qrcode", "")).isEmpty();
    assertThat(offered("--profile", "")).isEmpty();
    wx.with("CI", "true");
    assertThat(offered("consume", "")).isEmpty();
  }

  @Test
  void a_host_that_does_not_answer_is_given_up_soon_and_not_asked_again_at_once()
      throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      wx.with("WXCARD_APPID", "wx1").with("WXCARD_SECRET", "marker-secret");
      wx.with("WXCARD_API_BASE", "http://127.0.0.1:" + silent.getLocalPort());
      Instant start = Instant.now();
      assertThat(offered("qrcode", "")).isEmpty();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
    try (Stream<Path> files = Files.list(home.resolve(".cache/wxcard/completion"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void the_examples_of_the_help_can_be_run() {
    assertThat(HelpExamples.run(wx, "completion", Map.of()))
        .hasSize(1)
        .allSatisfy(run -> run.exits(0));
  }
}
