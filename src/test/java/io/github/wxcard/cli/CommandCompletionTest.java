package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import io.github.wxcard.config.ConfigFile;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.repl.CompletionSource.Completions;
import io.github.wxcard.repl.CompletionSource.Completions.Item;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandCompletionTest {
  private static final CompletionValues NO_ACCOUNT =
      new CompletionValues(
          () -> {
            throw new AssertionError("nobody is asked");
          });

  @TempDir Path home;

  private CommandCompletion completion;

  @BeforeEach
  void writeProfiles() throws IOException {
    Wxcard wx = new Wxcard(home);
    Files.createDirectories(wx.config().getParent());
    Files.writeString(wx.config(), "{\"version\":1,\"profiles\":{\"shop\":{\"appId\":\"wx1\"}}}");
    completion =
        new CommandCompletion(
            () -> new Profiles(new ConfigFile(wx.config(), wx.environment())), NO_ACCOUNT);
  }

  static Console silentConsole() {
    return new Console(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        TerminalInfo.piped());
  }

  private static List<String> values(Completions completions) {
    return completions.words().stream().map(Item::value).toList();
  }

  private Completions after(String words, String beginning) {
    return completion.after(
        words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1)), beginning);
  }

  @Test
  void a_line_begins_with_a_command() {
    assertThat(values(after("", ""))).contains("hello", "consume", "sign").doesNotContain("repl");
    assertThat(values(after("--sandbox --timeout 5s", ""))).contains("create");
    assertThat(values(after("sign", ""))).contains("card", "choose", "page", "callback");
  }

  @Test
  void every_suggestion_says_what_it_is() {
    assertThat(after("", "").words()).allMatch(word -> !word.description().isBlank());
    assertThat(after("consume", "--").words()).allMatch(word -> !word.description().isBlank());
  }

  @Test
  void options_are_those_of_the_command_and_the_global_ones() {
    assertThat(values(after("consume 1", "--")))
        .contains("--card-id", "--json")
        .doesNotContain("--png");
  }

  @Test
  void arguments_are_known_by_their_kind() {
    assertThat(after("create", "").values()).containsExactly(ValueKind.FILE);
    assertThat(after("consume", "").values()).containsExactly(ValueKind.CODE);
    assertThat(after("consume --card-id", "").values()).containsExactly(ValueKind.CARD_ID);
    assertThat(after("qrcode p1", "").values()).containsExactly(ValueKind.CARD_ID);
    assertThat(after("qrcode p1 --code", "").values()).containsExactly(ValueKind.CODE);
    assertThat(after("qrcode --png", "").values()).containsExactly(ValueKind.FILE);
    assertThat(after("consume 1", "").values()).isEmpty();
  }

  @Test
  void choices_and_profiles_are_listed() {
    assertThat(values(after("--color", ""))).containsExactly("auto", "always", "never");
    assertThat(values(after("token --profile", ""))).containsExactly("shop");
    assertThat(values(after("help", ""))).contains("consume", "exit-codes");
  }
}
