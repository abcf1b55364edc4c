package io.github.wxcard.bench;

import io.github.wxcard.bench.Report.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A measurement of commands that print a secret they were given, the last of which fails.
 * Arguments: the secret, the file for the JSON.
 */
public final class Leaky {
  private Leaky() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String print = "echo $WXCARD_SECRET; echo $WXCARD_SECRET >&2; exit ";
    Command shell = Command.of(Map.of("WXCARD_SECRET", arguments[0]), List.of("/bin/sh", "-c"));
    Measurements millis = new Measurements();
    millis.add(shell.and(print + 0).millis());
    Measurements memory = new Measurements();
    memory.add(shell.and(print + 0).peakMebibytes());
    Report report = new Report("ours", "theirs");
    report.compare("compared", "%.0f", millis, millis, Target.atMost(3));
    report.state("stated", "%.0f", memory, Target.NONE);
    report.write(Path.of(arguments[1]));
    shell.and(print + 7).millis();
  }
}
