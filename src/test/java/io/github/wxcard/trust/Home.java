package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.scenario.WordSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A home folder with one account in it and a stored token, and the program at work there. */
final class Home {
  private static final String SCENARIO =
      """
      { "name": "all", "steps": [
        { "name": "token", "run": "token", "capture": { "kept": "/access_token" } },
        { "name": "use", "run": "explain ${kept}", "expect": { "exit": 5 } },
        { "name": "ticket", "run": "sign card pCard --explain", "expect": { "exit": 5 } } ] }
      """;

  private final Wxcard wx;
  private final String base;

  /**
   * Writes the config file.
   *
   * @param base where the account is served
   */
  Home(Path folder, String base) throws IOException {
    wx = new Wxcard(folder);
    this.base = base;
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ObjectNode tree = Json.object().put("version", 1).put("current", "shop");
    ObjectNode shop = tree.putObject("profiles").putObject("shop");
    shop.put("appId", Markers.APP_ID).put("secret", Markers.SECRET);
    shop.put("apiBase", base).put("mpBase", base);
    shop.putObject("callback")
        .put("token", Markers.CALLBACK_TOKEN)
        .put("encodingAesKey", Markers.AES_KEY);
    tree.putObject("cache")
        .putObject(Markers.APP_ID + "@" + base)
        .putObject("access_token")
        .put("value", Markers.TOKEN)
        .put("kind", "stable")
        .put("fetchedAt", now.toString())
        .put("expiresAt", now.plusSeconds(7200).toString());
    Files.createDirectories(wx.config().getParent());
    Files.setPosixFilePermissions(
        wx.config().getParent(), PosixFilePermissions.fromString("rwx------"));
    Files.writeString(wx.config(), Json.write(tree));
    Files.setPosixFilePermissions(wx.config(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(wx.home().resolve("CODES_FILE"), "A001\n");
    Files.writeString(wx.home().resolve("SCENARIO_FILE"), SCENARIO);
  }

  /** The same home, where this authority is believed. */
  Home trusting(Path certificate) {
    wx.with("WXCARD_CA_FILE", certificate.toString());
    return this;
  }

  Path folder() {
    return wx.home();
  }

  Path config() {
    return wx.config();
  }

  /** The words of a line with the names of this home's files in it, and further options. */
  List<String> words(String line, List<String> options) {
    List<String> words =
        WordSplitter.split(line, name -> "$" + name).stream()
            .map(word -> placed(word.text()))
            .collect(Collectors.toCollection(ArrayList::new));
    words.addAll(options);
    if (line.startsWith("login")) {
      words.addAll(List.of("--api-base", base));
    }
    return words;
  }

  private String placed(String word) {
    if (word.equals("HOST_URL")) {
      return base;
    }
    return word.endsWith("_FILE") ? wx.home().resolve(word).toString() : word;
  }

  /** Runs a command line; between two tries of a call nothing waits. */
  Run run(String input, List<String> words) {
    return run(input, words, TerminalInfo.piped());
  }

  /** The same on streams of this kind. */
  Run run(String input, List<String> words, TerminalInfo terminal) {
    return wx.on(terminal).hurried().typing(input).run(words.toArray(String[]::new));
  }

  /** Runs a command line that rests so between two tries of a call. */
  Run run(String input, List<String> words, ClientOptions.Pause pause) {
    return wx.resting(pause).typing(input).run(words.toArray(String[]::new));
  }
}
