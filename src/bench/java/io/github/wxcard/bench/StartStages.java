package io.github.wxcard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time of a call goes: between the first uses of classes that tell its stages apart. */
final class StartStages {
  /** The class whose first use ends each stage; what comes after the last is the end. */
  private static final List<Map.Entry<String, String>> ENDS =
      List.of(
          Map.entry("JVM", "sun/launcher/LauncherHelper"),
          Map.entry("class path", "io/github/wxcard/Main"),
          Map.entry("parsing", "io/github/wxcard/cli/base/CommandContext"),
          Map.entry("config, HTTP client", "jdk/internal/net/http/HttpRequestBuilderImpl"),
          Map.entry("connecting", "jdk/internal/net/http/PlainHttpConnection$ConnectState"),
          Map.entry("answer", "io/github/wxcard/output/Printer"),
          Map.entry("output", "java/lang/Shutdown"));

  /** The launcher puts its own settings of the log first. */
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        shift
        [ "$word" = -jar ] && set -- "$@" '-Xlog:class+init:file=%s:uptimenanos'
        set -- "$@" "$word"
      done
      exec '%s' "$@"
      """;

  private StartStages() {}

  /** The milliseconds of each stage of this call, in their order. */
  static Map<String, Measurements> of(Command call, Path jdk, Path folder, int rounds)
      throws IOException, InterruptedException {
    Path log = folder.resolve("stages.log");
    Path logging = folder.resolve("logging-" + jdk.getFileName());
    Path java = Files.createDirectories(logging.resolve("bin")).resolve("java");
    Files.writeString(java, JAVA.formatted(log, jdk.resolve("bin/java")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    Files.copy(
        jdk.resolve("release"), logging.resolve("release"), StandardCopyOption.REPLACE_EXISTING);
    Map<String, Measurements> stages = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      double end = call.with("JAVA_HOME", logging.toString()).millis();
      if (round >= 0) {
        add(stages, Files.readAllLines(log), end);
      }
    }
    return stages;
  }

  private static void add(Map<String, Measurements> stages, List<String> log, double end)
      throws IOException {
    double before = 0;
    for (Map.Entry<String, String> stage : ENDS) {
      double first = firstUse(stage.getValue(), log);
      stages.computeIfAbsent(stage.getKey(), name -> new Measurements()).add(first - before);
      before = first;
    }
    stages.computeIfAbsent("launcher, exit", name -> new Measurements()).add(end - before);
  }

  /** In milliseconds since the JVM began. */
  private static double firstUse(String type, List<String> log) throws IOException {
    String line =
        log.stream()
            .filter(each -> each.contains("Initializing '" + type + "'"))
            .findFirst()
            .orElseThrow(() -> new IOException("a call does not use " + type));
    return Long.parseLong(line.substring(1, line.indexOf("ns]"))) / 1e6;
  }
}
