package io.github.wxcard;

import io.github.wxcard.cli.Cli;
import io.github.wxcard.config.Environment;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Traits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The program with a home folder of its own: command lines in, streams and exit codes out. */
public final class Wxcard {
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private Path workingFolder = Path.of("").toAbsolutePath();
  private Traits traits = Traits.piped();
  private byte[] input = new byte[0];

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

  public Wxcard in(Path folder) {
    workingFolder = folder;
    return this;
  }

  public Wxcard on(Traits terminal) {
    traits = terminal;
    return this;
  }

  public Wxcard typing(String text) {
    return typing(text.getBytes(StandardCharsets.UTF_8));
  }

  public Wxcard typing(byte[] bytes) {
    input = bytes;
    return this;
  }

  /** What a run finds around it. */
  public Environment environment() {
    return new Environment(Map.copyOf(variables), workingFolder, clock, new SecureRandom());
  }

  /** Runs one command line as a process would, in this process. */
  public Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input);
    int exitCode = Cli.main(environment(), new Console(in, out, err, traits), words);
    return new Run(
        String.join(" ", words),
        exitCode,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }
}
