package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kept input, and some thousand made of them: nothing breaks, hangs or eats up memory. */
@Timeout(300)
final class FuzzMutationTest {
  /** How many times more are made in a full run. */
  private static final int FULL = 50;

  private static int targets;
  private static int whole;
  private static int seeds;
  private static int mutations;
  private static long slowest;

  @AfterAll
  static void tell() throws IOException {
    Trial.tell(
        "fuzz.txt",
        "fuzz: %d targets, %d seeds, %d mutations (seed %d), slowest %d ms"
                .formatted(targets, seeds, mutations, Trial.seed(), slowest)
            + (whole == Entrance.values().length
                ? ", all taken within their bounds"
                : ", and some were not taken, as the tests' report tells"));
  }

  @ParameterizedTest
  @EnumSource
  void every_seed_and_its_mutations_are_taken(Entrance entrance) throws Exception {
    List<byte[]> inputs = inputs(entrance);
    assertThat(inputs).isNotEmpty();
    targets++;
    seeds += inputs.size();
    Mutator mutator = new Mutator(inputs, Trial.random(entrance.folder()));
    int count = entrance.mutations() * (Trial.full() ? FULL : 1);
    try (FuzzTarget target = entrance.open()) {
      for (byte[] input : inputs) {
        take(target, input);
      }
      for (int i = 0; i < count; i++) {
        take(target, mutator.next());
        mutations++;
      }
    }
    whole++;
  }

  private static void take(FuzzTarget target, byte[] input) throws IOException {
    try {
      slowest = Math.max(slowest, new Bounds(target).take(input));
    } catch (Exception | Error defect) {
      Path kept = Files.createTempFile("wxcard-fuzz", ".input");
      Files.write(kept, input);
      String start = HexFormat.of().formatHex(input, 0, Math.min(input.length, 200));
      throw new AssertionError("the input is kept in " + kept + ": " + start, defect);
    }
  }

  /** The same files that Jazzer begins with, in the order of their names. */
  private static List<byte[]> inputs(Entrance entrance) throws IOException, URISyntaxException {
    String folder = "Fuzz" + entrance.folder() + "TestInputs/takes_anything";
    URL found = FuzzMutationTest.class.getResource(folder);
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(found.toURI()))) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
