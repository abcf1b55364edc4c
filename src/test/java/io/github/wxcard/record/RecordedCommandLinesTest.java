package io.github.wxcard.record;

import io.github.wxcard.ExampleShell;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.CommandPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some hundred command lines with all that comes of them: standard output ({@code " "}), standard
 * error ({@code "! "}), the requests that were sent ({@code "> "}) and the exit code ({@code "="}).
 */
class RecordedCommandLinesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

  private static final byte[] SECRETS =
      "token\nabcdefghijklmnopqrstuvwxyz0123456789ABCDEFG\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ACCOUNT =
      "wx5a4db0c0000c0de1\n0123456789abcdef0123456789abcdef\n".getBytes(StandardCharsets.UTF_8);

  /** They run until they are stopped, or run programs. */
  private static final List<String> ENDLESS =
      List.of("event listen", "sandbox serve", "sandbox wait", "--follow", "sandbox exec");

  @TempDir static Path homes;
  private static final Map<String, HeldTicket> HELD = new HashMap<>();

  @TempDir Path home;

  @BeforeAll
  static void prepare() throws IOException {
    for (String sample : List.of("groupon", "member-card", "meeting-ticket")) {
      Path folder = Files.createDirectories(homes.resolve(sample));
      Wxcard wx = new Wxcard(folder).at(CLOCK).rolling(new Random(sample.hashCode()));
      HELD.put(sample, HeldTicket.ofSample(wx, sample + ".json"));
      Files.delete(wx.config());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void every_help(String language) throws IOException {
    try (RecordedShell shell = new RecordedShell(home)) {
      List<String> lines = new ArrayList<>();
      for (String page : CommandPages.all()) {
        lines.add(page + " --help" + (language.equals("zh") ? " --lang zh" : ""));
      }
      new Approved("help-" + language + ".txt").compare(shell.run(lines));
    }
  }

  @Test
  void every_example_of_a_help() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String leaf : CommandPages.leaves()) {
      all.append(examples(leaf));
    }
    new Approved("help-examples.txt").compare(all.toString());
  }

  private String examples(String leaf) throws IOException {
    String command = leaf.substring("wxcard ".length());
    String sample =
        command.startsWith("member") || command.equals("sandbox activate")
            ? "member-card"
            : command.startsWith("ticket") ? "meeting-ticket" : "groupon";
    HeldTicket held = HELD.get(sample);
    Path place = home.resolve(command.replace(' ', '-'));
    copy(homes.resolve(sample), place);
    try (RecordedShell shell = new RecordedShell(place)) {
      shell.typing(command.equals("login") ? ACCOUNT : SECRETS);
      List<String> lines =
          ExampleShell.lines(shell.program("").run((command + " --help").split(" ")).out());
      return shell.run(
          lines.stream()
              .filter(line -> ENDLESS.stream().noneMatch(line::contains))
              .map(line -> real(line, held))
              .toList());
    }
  }

  private static String real(String line, HeldTicket held) {
    return line.replace(HelpExamples.CARD_ID, held.cardId())
        .replace(HelpExamples.CODE, held.code())
        .replace(HelpExamples.OPENID, held.openid());
  }

  static Stream<String> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(Approved.folder().resolve("lines"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** The lines stand in the approved file itself: who wants one more adds it, and approves. */
  @ParameterizedTest
  @MethodSource("transcripts")
  void the_lines_of(String file) throws IOException {
    Approved approved = new Approved("lines/" + file);
    List<String> lines =
        approved
            .text()
            .lines()
            .filter(line -> line.startsWith("$ ") || line.startsWith("#"))
            .map(line -> line.replaceFirst("^\\$ ", ""))
            .toList();
    try (RecordedShell shell = new RecordedShell(home)) {
      copy(Path.of("samples"), shell.folder().resolve("samples"));
      approved.compare(shell.run(lines));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
