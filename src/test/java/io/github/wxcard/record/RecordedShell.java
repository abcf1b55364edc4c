package io.github.wxcard.record;

import io.github.wxcard.ExampleShell;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs command lines in a home of its own, at a fixed time, with fixed ids, against a sandbox of
 * its own, and writes each down with all that came of it.
 */
final class RecordedShell implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

  private static final Pattern SETTING = Pattern.compile("([A-Z_]+)=(\\S*) ");
  private static final Pattern CAPTURE = Pattern.compile("([a-z_]+)=\\$\\((.*)\\)");
  private static final String TERMINAL = "[terminal] ";
  private static final String UNORDERED = "[unordered] ";

  /** Ports, durations, SQLite's own chance, this machine's Java and clock, long ids, progress. */
  private static final Map<Pattern, String> REPLACED =
      Map.of(
          Pattern.compile("␍␛\\[K(?:\\[[#.]{24}] \\d+/\\d+ [^␍]*)?"), "",
          Pattern.compile("127\\.0\\.0\\.1:[3-6]\\d{4}"), "127.0.0.1:PORT",
          Pattern.compile("\"ms\":\\d+"), "\"ms\":MS",
          Pattern.compile("(< \\d{3} in |answers in |，耗时 )\\d+( ms| 毫秒)"), "$1MS$2",
          Pattern.compile("(instance(?: |\":\"))[0-9a-f]{16}"), "$1INSTANCE",
          Pattern.compile("Java \\d[-+.\\w]*"), "Java VERSION",
          Pattern.compile("\\d+ s (behind|ahead of) the host"), "N s off the host",
          Pattern.compile("(88_[-\\w]{8})[-\\w]{128}"), "$1…",
          Pattern.compile("(gQ[-\\w]{8})[-\\w]{86}"), "$1…");

  private final Path home;
  private final Sandbox sandbox;
  private final RecordingProxy proxy;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private byte[] typed = {};

  /**
   * A shell whose words meet a sandbox that keeps its state where the built-in one does.
   *
   * @param home a folder with whatever shall be there before
   */
  RecordedShell(Path home) throws IOException {
    this.home = home;
    Path database = home.resolve(".local/state/wxcard/sandbox.db");
    Files.createDirectories(database.getParent());
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.of(database),
                Optional.of(URI.create("http://127.0.0.1:8900")),
                CLOCK,
                new Random(1)));
    proxy = new RecordingProxy(sandbox.base());
    set("WXCARD_API_BASE", proxy.base().toString());
    set("WXCARD_APPID", sandbox.appId());
    set("WXCARD_SECRET", sandbox.secret());
    set("WXCARD_CALLBACK_TOKEN", "mytoken123");
    names.put("base", proxy.base().toString());
    Files.createDirectories(folder());
  }

  Path folder() {
    return home.resolve("work");
  }

  RecordedShell set(String variable, String value) {
    settings.put(variable, value);
    return this;
  }

  RecordedShell name(String name, String value) {
    names.put(name, value);
    return this;
  }

  /** What stands at standard input when nothing else does. */
  RecordedShell typing(byte[] text) {
    typed = text;
    return this;
  }

  Wxcard program(String line) {
    Wxcard wx =
        new Wxcard(home).in(folder()).at(CLOCK).hurried().rolling(new Random(line.hashCode()));
    settings.forEach(wx::with);
    return wx.typing(typed);
  }

  /** Runs a line; the block that tells what came of it, without the line. */
  String run(String line) {
    Wxcard wx = program(line);
    String rest = line;
    boolean unordered = rest.startsWith(UNORDERED);
    rest = unordered ? rest.substring(UNORDERED.length()) : rest;
    if (rest.startsWith(TERMINAL)) {
      rest = rest.substring(TERMINAL.length());
      wx.on(new TerminalInfo(true, true, true, () -> 100, ColorChoice.AUTO));
    }
    for (Matcher set = SETTING.matcher(rest); set.lookingAt(); set.reset(rest)) {
      wx.with(set.group(1), set.group(2));
      rest = rest.substring(set.end());
    }
    Matcher capture = CAPTURE.matcher(rest);
    boolean captures = capture.matches();
    ExampleShell shell = new ExampleShell(wx, name -> names.getOrDefault(name, "$" + name));
    Optional<Run> run = shell.run(captures ? capture.group(2) : rest);
    if (captures) {
      names.put(capture.group(1), run.orElseThrow().out().strip());
    }
    StringBuilder block = new StringBuilder();
    run.ifPresent(
        last -> {
          block.append(prefixed("  ", ordered(last.out(), unordered)));
          block.append(prefixed("! ", ordered(last.err(), unordered)));
        });
    List<String> requests = proxy.taken();
    Stream<String> told = unordered ? requests.stream().sorted() : requests.stream();
    told.forEach(each -> block.append(prefixed("> ", each + "\n")));
    run.ifPresent(last -> block.append("= " + last.exitCode() + "\n"));
    return fixed(block.toString());
  }

  /** Values that are another at each run; and the beginning of what is only long. */
  private String fixed(String block) {
    String text = block.replace(home.toString(), "~");
    for (Map.Entry<Pattern, String> each : REPLACED.entrySet()) {
      text = each.getKey().matcher(text).replaceAll(each.getValue());
    }
    return text;
  }

  private static String ordered(String text, boolean unordered) {
    return unordered && text.endsWith("\n")
        ? String.join("\n", text.lines().map(RecordedShell::withoutHint).sorted().toList()) + "\n"
        : text;
  }

  /** What the sandbox makes up for each request is another when several come at once. */
  private static String withoutHint(String line) {
    return line.replaceAll("hint: \\[[^]]*]", "hint: [HINT]");
  }

  /** Each line with its mark; what cannot be seen as a sign that can. */
  private static String prefixed(String mark, String text) {
    StringBuilder lines = new StringBuilder();
    if (text.isEmpty()) {
      return "";
    }
    String[] all = text.split("\n", -1);
    int count = text.endsWith("\n") ? all.length - 1 : all.length;
    for (int i = 0; i < count; i++) {
      lines.append(mark);
      all[i].chars().forEach(c -> lines.append((char) (c < ' ' ? 0x2400 + c : c)));
      lines.append('\n');
    }
    return text.endsWith("\n") ? lines.toString() : lines + mark + "∎\n";
  }

  /** One after the other, each block begun by its line. */
  String run(Collection<String> lines) {
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line.startsWith("#") ? line + "\n" : told(line)));
    return all.toString();
  }

  private String told(String line) {
    return "$ " + line.replace("\n", "\n$$ ") + "\n" + run(line) + "\n";
  }

  @Override
  public void close() {
    proxy.close();
    sandbox.close();
  }
}
