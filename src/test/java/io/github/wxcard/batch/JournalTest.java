package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.batch.JournalFolder.JournalState;
import io.github.wxcard.config.Surroundings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final InputLine ONE = InputLine.of(1, "a\u0001\n\"券\"", "p1");
  private static final InputLine TWO = InputLine.of(2, "b", "p1");
  private static final InputLine THREE = InputLine.of(3, "c", "p1");
  private static final InputLine LAST = InputLine.of(3000, "d", "p1");

  @TempDir Path home;

  private Journal open(StartMode start) {
    return open("d1gest", start);
  }

  private Journal open(String digest, StartMode start) {
    JournalFolder folder = new JournalFolder(new Surroundings(home).environment());
    return folder.open(identity(digest), null, LAST.number(), start, true);
  }

  private static BatchIdentity identity(String digest) {
    return new BatchIdentity("consume", "/codes.txt", digest, "wx1@host", "");
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".local/state/wxcard/batches"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static void fill(Journal journal) {
    journal.sending(List.of(ONE));
    journal.record(List.of(LineResult.done(ONE, ONE.row(true).put("openid", "o1"))));
    journal.sending(List.of(TWO));
  }

  @Test
  void what_was_sent_and_what_came_of_it_is_there_again() {
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
    }
    try (Journal again = open(StartMode.RESUME)) {
      assertThat(again.status(1)).isEqualTo(LineStatus.DONE);
      assertThat(again.row(1).path("code").asText()).isEqualTo(ONE.code());
      assertThat(again.row(1).path("openid").asText()).isEqualTo("o1");
      assertThat(again.status(2)).isEqualTo(LineStatus.SENT);
      assertThat(again.status(3)).isEqualTo(LineStatus.NOT_SENT);
    }
  }

  @Test
  void after_a_crash_any_line_that_was_announced_may_have_been_sent() throws IOException {
    Path crashed = home.resolve("crashed");
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
      Files.copy(file(), crashed);
    }
    Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    for (int run = 0; run < 2; run++) {
      try (Journal again = open(StartMode.RESUME)) {
        assertThat(again.status(1)).isEqualTo(LineStatus.DONE);
        assertThat(again.status(2)).isEqualTo(LineStatus.SENT);
        assertThat(again.status(3)).isEqualTo(LineStatus.SENT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_failed_and_was_sent_again_before_a_crash_may_have_been_carried_out(boolean crashedOnce)
      throws IOException {
    Path crashed = home.resolve("crashed");
    try (Journal first = open(StartMode.AFRESH)) {
      first.sending(List.of(ONE));
      first.record(List.of(LineResult.failed(ONE, Failure.of(FailureKind.NETWORK, "busy", null))));
      Files.copy(file(), crashed);
    }
    if (crashedOnce) {
      Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    }
    try (Journal second = open(StartMode.RESUME)) {
      assertThat(second.status(1)).isEqualTo(LineStatus.FAILED);
      second.sending(List.of(ONE));
      Files.copy(file(), crashed, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    try (Journal third = open(StartMode.RESUME)) {
      assertThat(third.status(1)).isEqualTo(LineStatus.SENT);
    }
  }

  @Test
  void what_failed_in_the_run_that_crashed_has_failed_for_certain() throws IOException {
    Path crashed = home.resolve("crashed");
    try (Journal journal = open(StartMode.AFRESH)) {
      journal.sending(List.of(ONE));
      journal.record(
          List.of(LineResult.failed(ONE, Failure.of(FailureKind.NETWORK, "busy", null))));
      journal.sending(List.of(LAST));
      Files.copy(file(), crashed);
    }
    Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    try (Journal again = open(StartMode.RESUME)) {
      assertThat(again.status(1)).isEqualTo(LineStatus.FAILED);
      assertThat(again.status(LAST.number())).isEqualTo(LineStatus.SENT);
    }
  }

  @Test
  void what_failed_and_did_not_leave_again_before_an_orderly_stop_is_not_in_doubt() {
    try (Journal first = open(StartMode.AFRESH)) {
      first.sending(List.of(ONE));
      first.record(List.of(LineResult.failed(ONE, Failure.of(FailureKind.NETWORK, "busy", null))));
    }
    try (Journal second = open(StartMode.RESUME)) {
      second.sending(List.of(TWO));
    }
    try (Journal third = open(StartMode.RESUME)) {
      assertThat(third.status(1)).isEqualTo(LineStatus.FAILED);
      assertThat(third.status(2)).isEqualTo(LineStatus.SENT);
      assertThat(third.status(3)).isEqualTo(LineStatus.NOT_SENT);
    }
  }

  @Test
  void what_leaves_after_the_end_is_stopped() {
    Journal journal = open(StartMode.AFRESH);
    fill(journal);
    journal.close();
    assertThatThrownBy(() -> journal.sending(List.of(THREE))).hasMessageContaining("be kept");
  }

  @Test
  void a_record_that_a_crash_cut_short_is_none() throws IOException {
    for (String rest :
        List.of(
            "S 3",
            "A 3 3",
            "D {\"line\":3,\"co",
            "\0\0\0\0",
            "S 3\0\0\0\nS 3\n",
            "A 3 2\n",
            "?\n")) {
      try (Journal journal = open(rest, StartMode.AFRESH)) {
        fill(journal);
      }
      Path file = file();
      long whole = Files.size(file);
      Files.writeString(file, rest, StandardOpenOption.APPEND);
      try (Journal again = open(rest, StartMode.RESUME)) {
        assertThat(again.status(2)).isEqualTo(LineStatus.SENT);
        assertThat(again.status(3)).as(rest).isEqualTo(LineStatus.NOT_SENT);
        assertThat(Files.size(file)).isEqualTo(whole);
        again.sending(List.of(THREE));
      }
      try (Journal third = open(rest, StartMode.RESUME)) {
        assertThat(third.status(3)).isEqualTo(LineStatus.SENT);
      }
      Files.delete(file);
    }
  }

  @Test
  void an_unfinished_one_is_not_overwritten_by_accident() {
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
    }
    assertThatThrownBy(() -> open(StartMode.AFRESH))
        .hasMessageContaining("left lines undone")
        .extracting("fix")
        .asString()
        .contains("--resume", "--restart");
    try (Journal anew = open(StartMode.RESTART)) {
      assertThat(anew.status(1)).isEqualTo(LineStatus.NOT_SENT);
    }
    try (Journal nothingWasSent = open(StartMode.AFRESH)) {
      assertThat(nothingWasSent.status(1)).isEqualTo(LineStatus.NOT_SENT);
    }
  }

  @Test
  void a_finished_one_makes_room_and_can_still_be_resumed() {
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
      journal.finish();
    }
    try (Journal again = open(StartMode.RESUME)) {
      assertThat(again.status(1)).isEqualTo(LineStatus.DONE);
    }
    try (Journal anew = open(StartMode.AFRESH)) {
      assertThat(anew.status(1)).isEqualTo(LineStatus.NOT_SENT);
    }
  }

  @Test
  void a_finished_one_goes_after_a_month_and_an_unfinished_one_never() throws IOException {
    for (String digest : List.of("finished", "unfinished", "young")) {
      try (Journal journal = open(digest, StartMode.AFRESH)) {
        fill(journal);
        if (!digest.startsWith("un")) {
          journal.finish();
        }
      }
      age(digest, digest.equals("young") ? 29 : 31);
    }

    open("another", StartMode.AFRESH).close();

    assertThat(path("finished")).doesNotExist();
    assertThat(path("unfinished")).exists();
    assertThat(path("young")).exists();
  }

  @Test
  void a_finished_one_in_use_is_kept_however_old_it_is() throws IOException {
    try (Journal journal = open("finished", StartMode.AFRESH)) {
      fill(journal);
      journal.finish();
    }
    age("finished", 31);
    try (Journal resumed = open("finished", StartMode.RESUME)) {
      open("another", StartMode.AFRESH).close();
      assertThat(path("finished")).exists();
      assertThat(resumed.status(1)).isEqualTo(LineStatus.DONE);
    }
  }

  private Path path(String digest) {
    return home.resolve(".local/state/wxcard/batches").resolve(identity(digest).fileName());
  }

  private void age(String digest, int days) throws IOException {
    Files.setLastModifiedTime(
        path(digest), FileTime.from(new Surroundings(home).instant().minus(Duration.ofDays(days))));
  }

  @Test
  void one_as_it_was_written_before_codes_stood_beside_what_is_sent_is_read() throws IOException {
    open(StartMode.AFRESH).close();
    Files.writeString(
        file(),
        "A 1 1024\nD {\"line\":1,\"code\":\"a\",\"ok\":true}\nS 2\nS 3\nA 0\n",
        StandardOpenOption.APPEND);
    try (Journal again = open(StartMode.RESUME)) {
      assertThat(again.status(1)).isEqualTo(LineStatus.DONE);
      assertThat(again.status(2)).isEqualTo(LineStatus.SENT);
      assertThat(again.status(4)).isEqualTo(LineStatus.NOT_SENT);
    }
  }

  @Test
  void codes_are_known_again_whatever_line_they_stand_on() {
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
      journal.sending(List.of(THREE));
      journal.record(
          List.of(LineResult.failed(THREE, Failure.of(FailureKind.REFUSED, "no", null))));
    }
    try (Journal other = open("other", StartMode.RESTART)) {
      InputLine[] lines = {
        InputLine.of(7, ONE.code(), "p1"),
        InputLine.of(8, ONE.code(), null),
        InputLine.of(9, TWO.code(), "p1"),
        InputLine.of(10, THREE.code(), "p1"),
        InputLine.of(11, ONE.code(), "p2"),
        InputLine.of(12, "new", "p1"),
      };
      for (InputLine line : lines) {
        other.recall(line);
      }
      assertThat(Stream.of(lines).map(line -> other.status(line.number())))
          .containsExactly(
              LineStatus.DONE,
              LineStatus.DONE,
              LineStatus.SENT,
              LineStatus.NOT_SENT,
              LineStatus.NOT_SENT,
              LineStatus.NOT_SENT);
      assertThat(other.row(8).path("line").asInt()).isEqualTo(8);
      assertThat(other.row(8).path("openid").asText()).isEqualTo("o1");
    }
    try (Journal other = open("another", StartMode.AFRESH)) {
      other.recall(ONE);
      assertThat(other.status(1)).isEqualTo(LineStatus.NOT_SENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x\n", "{}\n", "{\"command\":\"consume\"}\n", "\0\0\0\0\n"})
  void one_without_its_first_line_is_damaged_and_tells_what_is_still_there(String header)
      throws IOException {
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
    }
    String whole = Files.readString(file());
    String rest = header.endsWith("\n") ? whole.substring(whole.indexOf('\n') + 1) : "";
    Files.writeString(file(), header + rest);

    JournalFolder folder = new JournalFolder(new Surroundings(home).environment());
    assertThat(folder.earlierRun(identity("d1gest"), LAST.number()))
        .isEqualTo(JournalState.DAMAGED);
    if (!header.isEmpty()) {
      assertThatThrownBy(() -> open(StartMode.AFRESH)).hasMessageContaining("damaged");
    }
    for (StartMode start : List.of(StartMode.RESTART, StartMode.RESUME)) {
      try (Journal again = open(start)) {
        assertThat(again.status(1)).isEqualTo(rest.isEmpty() ? LineStatus.SENT : LineStatus.DONE);
        assertThat(again.status(LAST.number())).isEqualTo(LineStatus.SENT);
      }
      Files.writeString(file(), header + rest);
    }
  }

  @Test
  void one_with_a_hole_in_it_is_damaged_and_one_that_was_cut_off_is_not() throws IOException {
    try (Journal journal = open(StartMode.AFRESH)) {
      fill(journal);
      journal.record(List.of(LineResult.done(THREE, THREE.row(true))));
    }
    JournalFolder folder = new JournalFolder(new Surroundings(home).environment());
    byte[] whole = Files.readAllBytes(file());
    byte[] holed = whole.clone();
    int inFirstResult = new String(whole, StandardCharsets.ISO_8859_1).indexOf("D {");
    holed[inFirstResult] = 'x';

    Files.write(file(), holed);
    assertThat(folder.earlierRun(identity("d1gest"), LAST.number()))
        .isEqualTo(JournalState.DAMAGED);
    try (Journal again = open(StartMode.RESUME)) {
      assertThat(again.status(1)).isEqualTo(LineStatus.SENT);
      assertThat(again.status(3)).isEqualTo(LineStatus.DONE);
    }
    Files.write(file(), Arrays.copyOf(whole, inFirstResult + 5));
    assertThat(folder.earlierRun(identity("d1gest"), LAST.number()))
        .isEqualTo(JournalState.SAME_CONTENT);
  }

  @Test
  void two_at_once_are_one_too_many() {
    try (Journal first = open(StartMode.AFRESH)) {
      assertThatThrownBy(() -> open(StartMode.RESUME)).hasMessageContaining("another wxcard");
      fill(first);
    }
  }

  @Test
  void it_is_its_owners_alone() throws IOException {
    open(StartMode.AFRESH).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }
}
