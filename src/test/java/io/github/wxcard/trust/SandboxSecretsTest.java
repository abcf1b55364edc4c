package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sandbox hands out and is told stays in its database and in the config file. */
final class SandboxSecretsTest {
  private static final String HISTORY_OF_A_SHOP =
      """
      token --refresh
      create samples/groupon.json
      qrcode $card_id
      sign card $card_id
      whitelist --username usr1
      sandbox scan $url --as usr1
      consume $code
      sandbox callback show
      sandbox journal --json
      sandbox status
      sandbox events --json
      """;

  @TempDir Path folder;

  @Test
  void the_journal_the_report_and_a_script_hold_no_secret() throws IOException {
    Wxcard wx = new Wxcard(folder).with("WXCARD_PROFILE", "sandbox");
    Path report = folder.resolve("report.xml");
    wx.run("hello", "--report", report.toString()).exits(0);
    wx.typing(Markers.CALLBACK_TOKEN + "\n" + Markers.AES_KEY + "\n");
    String callback = "sandbox callback set http://127.0.0.1:9/ --mode safe --secrets-stdin -v";
    Run set = wx.run(callback.split(" ")).exits(0);
    wx.typing(HISTORY_OF_A_SHOP);
    Run script = wx.run("repl", "--verbose").exits(0);
    Run journal = wx.run("sandbox", "journal", "--json").exits(0);

    List<String> secrets = secrets(wx);
    String token = script.out().lines().findFirst().orElseThrow();
    assertThat(secrets).contains(token);
    assertThat(set.out() + set.err()).doesNotContain(secrets);
    assertThat(script.out().replaceFirst(token, "") + script.err()).doesNotContain(secrets);
    assertThat(journal.out()).contains("/sandbox/callback").doesNotContain(secrets);
    assertThat(Search.text(report)).doesNotContain(secrets);
  }

  @Test
  void everything_written_is_the_owners_alone() throws IOException {
    Wxcard wx = new Wxcard(folder).with("WXCARD_PROFILE", "sandbox");
    wx.run("hello").exits(0);

    for (Path path : Folders.content(folder)) {
      if (folder.relativize(path).getNameCount() > 2) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as("the mode of %s", path)
            .endsWith("------");
      }
    }
  }

  /** The tokens and tickets of the config file, and what the callback was set to. */
  private static List<String> secrets(Wxcard wx) throws IOException {
    List<String> secrets = new ArrayList<>(List.of(Markers.CALLBACK_TOKEN, Markers.AES_KEY));
    JsonNode config = Json.read(Files.readString(wx.config(), StandardCharsets.UTF_8));
    config.path("cache").findValuesAsText("value", secrets);
    assertThat(secrets).as("secrets of %s", config).hasSizeGreaterThan(3);
    return secrets;
  }
}
