package io.github.wxcard;

import io.github.wxcard.cli.Cli;
import io.github.wxcard.config.Environment;
import io.github.wxcard.output.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** Arguments in, exit code out. */
public final class Main {
  private Main() {}

  /** Seeding takes longer than many a command that needs no chance at all: on first use only. */
  private static final class LazyRandom {
    static final SecureRandom SOURCE = new SecureRandom();

    static long next() {
      return SOURCE.nextLong();
    }
  }

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // picocli would search every library for Groovy, and prepare converters that nothing asks for.
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
    Map<String, String> variables = System.getenv();
    Environment environment =
        new Environment(
            variables, Path.of("").toAbsolutePath(), Clock.systemUTC(), LazyRandom::next);
    int exitCode = Cli.main(environment, Console.system(variables), arguments);
    // A success just ends, as from JDK 21 on an exit looks for somebody to log it: that is slow.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
