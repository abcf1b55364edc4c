package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.OwnCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every call of every command against every way a server can misbehave, or a sample of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultMatrixTest {
  private static final int SAMPLE = 400;

  private final Host plain = new Host();
  private Host secure;
  private final Host elsewhere = new Host();
  private final List<Cell> cells = cells();
  private final AtomicInteger played = new AtomicInteger();
  private final AtomicInteger good = new AtomicInteger();

  private List<Cell> cells() {
    List<Cell> every = new ArrayList<>();
    for (Fault fault : Faults.all(elsewhere.base() + "/card/get?access_token=x")) {
      for (Call call : Call.all()) {
        boolean json = every.size() % 4 == 0;
        every.add(new Cell(call, fault, json, false));
        every.add(new Cell(call, fault, !json, true));
      }
    }
    return every.stream().filter(Cell::playable).toList();
  }

  /** The first requests of a process are slow, which would use up the short time limits. */
  @BeforeAll
  void warmUp(@TempDir Path folder) throws IOException {
    OwnCertificate certificate = OwnCertificate.make(folder, "localhost");
    secure = new Host(Optional.of(certificate));
    for (Host host : List.of(plain, secure)) {
      host.answerWell();
      Home home = new Home(folder, host.base()).trusting(certificate.certificate());
      home.run("", List.of("card", "colors", "--json")).exits(0);
    }
  }

  @AfterAll
  void stop() throws IOException {
    plain.close();
    secure.close();
    elsewhere.close();
    Summary.write(
        "faults",
        "fault matrix: %d of %d cells (%s), %s"
            .formatted(
                played.get(),
                cells.size(),
                Sampling.words(),
                good.get() == played.get()
                    ? "all as expected"
                    : played.get() - good.get() + " not as expected"));
  }

  @TestFactory
  Stream<DynamicTest> a_fault_is_told_and_repeated_only_where_that_is_harmless() {
    return Sampling.of(cells, SAMPLE, 0).stream()
        .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> play(cell)));
  }

  private void play(Cell cell) throws IOException {
    played.incrementAndGet();
    Path folder = Files.createTempDirectory("wxcard-fault");
    try {
      cell.check(folder, cell.secure() ? secure : plain);
      assertThat(elsewhere.requests()).as("requests to another host").isZero();
      good.incrementAndGet();
    } finally {
      Folders.delete(folder);
    }
  }
}
