package io.github.wxcard;

import static org.awaitility.Awaitility.await;

import io.github.wxcard.cli.Cli;
import io.github.wxcard.cli.base.ProgramContext;
import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.config.Environment;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.TerminalInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program with a home folder of its own: command lines in, streams and exit codes out. */
public final class Wxcard {
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();
  private Path workingFolder = Path.of("").toAbsolutePath();
  private TerminalInfo terminal = TerminalInfo.piped();
  private ClientOptions.Pause pause = ClientOptions.usual("").pause();
  private Supplier<InputStream> input = InputStream::nullInputStream;

  public Wxcard(Path home) {
    this.home = home;
    variables.put("HOME", home.toString());
  }

  public Path home() {
    return home;
  }

  public Path config() {
    return home.resolve(".config/wxcard/config.json");
  }

  public Wxcard with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public Wxcard at(Clock otherClock) {
    clock = otherClock;
    return this;
  }

  /** With what it takes for chance from now on. */
  public Wxcard rolling(RandomGenerator generator) {
    random = generator;
    return this;
  }

  public Wxcard in(Path folder) {
    workingFolder = folder;
    return this;
  }

  public Wxcard on(TerminalInfo terminal) {
    this.terminal = terminal;
    return this;
  }

  /** Which rests so between two tries of a call, two attempts to push, two looks. */
  public Wxcard resting(ClientOptions.Pause rest) {
    pause = rest;
    return this;
  }

  /** Which rests nowhere. */
  public Wxcard hurried() {
    return resting(time -> {});
  }

  public Wxcard typing(String text) {
    return typing(text.getBytes(StandardCharsets.UTF_8));
  }

  public Wxcard typing(byte[] bytes) {
    input = () -> new ByteArrayInputStream(bytes);
    return this;
  }

  /** A standard input that somebody else writes. */
  public Wxcard reading(InputStream stream) {
    input = () -> stream;
    return this;
  }

  /** Runs a command line with this as its standard input, whatever is typed otherwise. */
  public Run fed(byte[] bytes, String... words) {
    Supplier<InputStream> before = input;
    try {
      return typing(bytes).run(words);
    } finally {
      input = before;
    }
  }

  /** What a run finds around it. */
  public Environment environment() {
    return new Environment(Map.copyOf(variables), workingFolder, clock, random);
  }

  /** Runs one command line as a process would, in this process. */
  public Run run(String... words) {
    return start(words).join();
  }

  /** Starts a command line and goes on; for commands that wait for something. */
  public Running start(String... words) {
    return new Running(words);
  }

  /** A command line under way. */
  public final class Running {
    private final String line;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exitCode;

    private Running(String... words) {
      line = String.join(" ", words);
      Environment environment = environment();
      Console console = new Console(input.get(), out, err, terminal);
      ClientOptions.Pause rest = pause;
      exitCode =
          CompletableFuture.supplyAsync(
              () -> exitCode(environment, console, rest, words),
              task -> new Thread(task, line).start());
    }

    private static int exitCode(
        Environment environment, Console console, ClientOptions.Pause rest, String... words) {
      try (ProgramContext program = new ProgramContext(environment, console, rest)) {
        return new Cli(program).run(List.of(words)).exitCode();
      }
    }

    /** Standard output so far. */
    public String out() {
      return out.toString(StandardCharsets.UTF_8);
    }

    /** What the pattern's first group matches, once standard output has it. */
    public String waitFor(String pattern) {
      return waitFor(pattern, out);
    }

    /** The same on standard error. */
    public String waitForNote(String pattern) {
      return waitFor(pattern, err);
    }

    private static String waitFor(String pattern, ByteArrayOutputStream stream) {
      Pattern wanted = Pattern.compile(pattern);
      return await(pattern)
          .atMost(60, TimeUnit.SECONDS)
          .pollInterval(10, TimeUnit.MILLISECONDS)
          .until(() -> wanted.matcher(stream.toString(StandardCharsets.UTF_8)), Matcher::find)
          .group(1);
    }

    public Run join() {
      return new Run(line, exitCode.join(), out(), err.toString(StandardCharsets.UTF_8));
    }
  }
}
