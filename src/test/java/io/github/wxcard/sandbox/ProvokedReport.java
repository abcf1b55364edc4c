package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Writes down at the end of a run how much of the sandbox its tests have met. */
public final class ProvokedReport implements TestExecutionListener {
  private static final Path FILE = Path.of("target/checked/sandbox-coverage.txt");
  private static final int CODES_A_LINE = 14;

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    NavigableSet<Integer> codes = Provoked.errcodes();
    if (codes.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>(endpoints());
    List<Integer> refusals = codes.stream().filter(code -> code != 0).toList();
    lines.add("error codes provoked " + refusals.size());
    lines.addAll(inLines(refusals));
    List<Integer> own = ProvokedCodesTest.CARD_PAGE;
    long met = own.stream().filter(codes::contains).count();
    lines.add("of the card page's own list %d of %d".formatted(met, own.size()));
    own.stream()
        .filter(code -> !codes.contains(code))
        .forEach(code -> lines.add("  not provoked: " + code));
    write(lines);
  }

  private static List<String> endpoints() {
    List<String> missed = new ArrayList<>();
    int count = 0;
    try (RawSandbox raw = RawSandbox.inMemory()) {
      for (JsonNode endpoint : raw.get("/sandbox/coverage").path("endpoints")) {
        count++;
        String path = endpoint.path("path").asText();
        if (!Provoked.covers(path, endpoint.path("coverage").asText().equals("refused"))) {
          missed.add("  not covered: " + endpoint.path("method").asText() + " " + path);
        }
      }
    }
    missed.add(0, "endpoints covered %d of %d".formatted(count - missed.size(), count));
    return missed;
  }

  private static List<String> inLines(List<Integer> codes) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < codes.size(); i += CODES_A_LINE) {
      List<Integer> line = codes.subList(i, Math.min(codes.size(), i + CODES_A_LINE));
      lines.add("  " + String.join(" ", line.stream().map(String::valueOf).toList()));
    }
    return lines;
  }

  private static void write(List<String> lines) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
