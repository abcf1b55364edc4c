package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Main;
import io.github.wxcard.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@code wxcard sandbox serve} in a process of its own. */
public record ServeProcess(Process process, BufferedReader out, JsonNode greeting)
    implements AutoCloseable {
  /** Starts one with a home folder of its own, and waits for its first line. */
  static ServeProcess start(Path home, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("sandbox", "serve"));
    words.addAll(List.of(options));
    Process process = program(home, words).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    return new ServeProcess(process, out, Json.read(out.readLine()));
  }

  /** The program in a process of its own, which interrupts reach. */
  public static ProcessBuilder program(Path home, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(heedingInterrupts());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher has it for a command that soon ends.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeAll(List.of("WXCARD_SANDBOX_DB", "XDG_STATE_HOME"));
    return builder;
  }

  /** As it is found from any folder. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  URI base() {
    return URI.create(greeting.path("base_url").asText());
  }

  /** The text behind a path. */
  String get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(base().resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  /** Ends it at once. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Where the tests run in the background, interrupts are ignored, and children inherit that. */
  private static List<String> heedingInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean ignored =
        Files.exists(status)
            && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(signals -> (signals & 1 << 1) != 0);
    return ignored ? List.of("env", "--default-signal=INT") : List.of();
  }
}
