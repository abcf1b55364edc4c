package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.config.Surroundings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
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

  private Ledger open(Start start) {
    return open("d1gest", start);
  }

  private Ledger open(String digest, Start start) {
    JournalFolder folder = new JournalFolder(new Surroundings(home).environment());
    return folder.journal(identity(digest), null, LAST.number(), start, true);
  }

  private static BatchIdentity identity(String digest) {
    return new BatchIdentity("consume", "/codes.txt", digest, "wx1@host", "");
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".local/state/wxcard/batches"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static void fill(Ledger journal) {
    journal.sending(List.of(ONE));
    journal.record(List.of(LineResult.done(ONE, ONE.row(true).put("openid", "o1"))));
    journal.sending(List.of(TWO));
  }

  @Test
  void what_was_sent_and_what_came_of_it_is_there_again() {
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
    }
    try (Ledger again = open(Start.RESUME)) {
      assertThat(again.fate(1)).isEqualTo(LineStatus.DONE);
      assertThat(again.row(1).path("code").asText()).isEqualTo(ONE.code());
      assertThat(again.row(1).path("openid").asText()).isEqualTo("o1");
      assertThat(again.fate(2)).isEqualTo(LineStatus.SENT);
      assertThat(again.fate(3)).isEqualTo(LineStatus.NONE);
    }
  }

  @Test
  void after_a_crash_any_line_that_was_announced_may_have_been_sent() throws IOException {
    Path crashed = home.resolve("crashed");
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
      Files.copy(file(), crashed);
    }
    Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    for (int run = 0; run < 2; run++) {
      try (Ledger again = open(Start.RESUME)) {
        assertThat(again.fate(1)).isEqualTo(LineStatus.DONE);
        assertThat(again.fate(2)).isEqualTo(LineStatus.SENT);
        assertThat(again.fate(3)).isEqualTo(LineStatus.SENT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_failed_and_was_sent_again_before_a_crash_may_have_been_carried_out(boolean crashedOnce)
      throws IOException {
    Path crashed = home.resolve("crashed");
    try (Ledger first = open(Start.AFRESH)) {
      first.sending(List.of(ONE));
      first.record(List.of(LineResult.failed(ONE, Failure.of(Kind.NETWORK, "busy", null))));
      Files.copy(file(), crashed);
    }
    if (crashedOnce) {
      Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    }
    try (Ledger second = open(Start.RESUME)) {
      assertThat(second.fate(1)).isEqualTo(LineStatus.FAILED);
      second.sending(List.of(ONE));
      Files.copy(file(), crashed, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    try (Ledger third = open(Start.RESUME)) {
      assertThat(third.fate(1)).isEqualTo(LineStatus.SENT);
    }
  }

  @Test
  void what_failed_in_the_run_that_crashed_has_failed_for_certain() throws IOException {
    Path crashed = home.resolve("crashed");
    try (Ledger journal = open(Start.AFRESH)) {
      journal.sending(List.of(ONE));
      journal.record(List.of(LineResult.failed(ONE, Failure.of(Kind.NETWORK, "busy", null))));
      journal.sending(List.of(LAST));
      Files.copy(file(), crashed);
    }
    Files.copy(crashed, file(), StandardCopyOption.REPLACE_EXISTING);
    try (Ledger again = open(Start.RESUME)) {
      assertThat(again.fate(1)).isEqualTo(LineStatus.FAILED);
      assertThat(again.fate(LAST.number())).isEqualTo(LineStatus.SENT);
    }
  }

  @Test
  void what_failed_and_did_not_leave_again_before_an_orderly_stop_is_not_in_doubt() {
    try (Ledger first = open(Start.AFRESH)) {
      first.sending(List.of(ONE));
      first.record(List.of(LineResult.failed(ONE, Failure.of(Kind.NETWORK, "busy", null))));
    }
    try (Ledger second = open(Start.RESUME)) {
      second.sending(List.of(TWO));
    }
    try (Ledger third = open(Start.RESUME)) {
      assertThat(third.fate(1)).isEqualTo(LineStatus.FAILED);
      assertThat(third.fate(2)).isEqualTo(LineStatus.SENT);
      assertThat(third.fate(3)).isEqualTo(LineStatus.NONE);
    }
  }

  @Test
  void what_leaves_after_the_end_is_stopped() {
    Ledger journal = open(Start.AFRESH);
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
      try (Ledger journal = open(rest, Start.AFRESH)) {
        fill(journal);
      }
      Path file = file();
      long whole = Files.size(file);
      Files.writeString(file, rest, StandardOpenOption.APPEND);
      try (Ledger again = open(rest, Start.RESUME)) {
        assertThat(again.fate(2)).isEqualTo(LineStatus.SENT);
        assertThat(again.fate(3)).as(rest).isEqualTo(LineStatus.NONE);
        assertThat(Files.size(file)).isEqualTo(whole);
        again.sending(List.of(THREE));
      }
      try (Ledger third = open(rest, Start.RESUME)) {
        assertThat(third.fate(3)).isEqualTo(LineStatus.SENT);
      }
      Files.delete(file);
    }
  }

  @Test
  void an_unfinished_one_is_not_overwritten_by_accident() {
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
    }
    assertThatThrownBy(() -> open(Start.AFRESH))
        .hasMessageContaining("left lines undone")
        .extracting("fix")
        .asString()
        .contains("--resume", "--restart");
    try (Ledger anew = open(Start.RESTART)) {
      assertThat(anew.fate(1)).isEqualTo(LineStatus.NONE);
    }
    try (Ledger nothingWasSent = open(Start.AFRESH)) {
      assertThat(nothingWasSent.fate(1)).isEqualTo(LineStatus.NONE);
    }
  }

  @Test
  void a_finished_one_makes_room_and_can_still_be_resumed() {
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
      journal.finish();
    }
    try (Ledger again = open(Start.RESUME)) {
      assertThat(again.fate(1)).isEqualTo(LineStatus.DONE);
    }
    try (Ledger anew = open(Start.AFRESH)) {
      assertThat(anew.fate(1)).isEqualTo(LineStatus.NONE);
    }
  }

  @Test
  void a_finished_one_goes_after_a_month_and_an_unfinished_one_never() throws IOException {
    for (String digest : List.of("finished", "unfinished", "young")) {
      try (Ledger journal = open(digest, Start.AFRESH)) {
        fill(journal);
        if (!digest.startsWith("un")) {
          journal.finish();
        }
      }
      age(digest, digest.equals("young") ? 29 : 31);
    }

    open("another", Start.AFRESH).close();

    assertThat(path("finished")).doesNotExist();
    assertThat(path("unfinished")).exists();
    assertThat(path("young")).exists();
  }

  @Test
  void a_finished_one_in_use_is_kept_however_old_it_is() throws IOException {
    try (Ledger journal = open("finished", Start.AFRESH)) {
      fill(journal);
      journal.finish();
    }
    age("finished", 31);
    try (Ledger resumed = open("finished", Start.RESUME)) {
      open("another", Start.AFRESH).close();
      assertThat(path("finished")).exists();
      assertThat(resumed.fate(1)).isEqualTo(LineStatus.DONE);
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
    open(Start.AFRESH).close();
    Files.writeString(
        file(),
        "A 1 1024\nD {\"line\":1,\"code\":\"a\",\"ok\":true}\nS 2\nS 3\nA 0\n",
        StandardOpenOption.APPEND);
    try (Ledger again = open(Start.RESUME)) {
      assertThat(again.fate(1)).isEqualTo(LineStatus.DONE);
      assertThat(again.fate(2)).isEqualTo(LineStatus.SENT);
      assertThat(again.fate(4)).isEqualTo(LineStatus.NONE);
    }
  }

  @Test
  void codes_are_known_again_whatever_line_they_stand_on() {
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
      journal.sending(List.of(THREE));
      journal.record(List.of(LineResult.failed(THREE, Failure.of(Kind.REFUSED, "no", null))));
    }
    try (Ledger other = open("other", Start.RESTART)) {
      InputLine[] lines = {
        InputLine.of(7, ONE.code(), "p1"),
        InputLine.of(8, ONE.code(), null),
        InputLine.of(9, TWO.code(), "p1"),
        InputLine.of(10, THREE.code(), "p1"),
        InputLine.of(11, ONE.code(), "p2"),
        InputLine.of(12, "new", "p1"),
      };
      for (InputLine inputLine : lines) {
        other.meet(inputLine);
      }
      assertThat(Stream.of(lines).map(inputLine -> other.fate(inputLine.number())))
          .containsExactly(
              LineStatus.DONE,
              LineStatus.DONE,
              LineStatus.SENT,
              LineStatus.NONE,
              LineStatus.NONE,
              LineStatus.NONE);
      assertThat(other.row(8).path("line").asInt()).isEqualTo(8);
      assertThat(other.row(8).path("openid").asText()).isEqualTo("o1");
    }
    try (Ledger other = open("another", Start.AFRESH)) {
      other.meet(ONE);
      assertThat(other.fate(1)).isEqualTo(LineStatus.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x\n", "{}\n", "{\"command\":\"consume\"}\n", "\0\0\0\0\n"})
  void one_without_its_first_line_is_damaged_and_tells_what_is_still_there(String header)
      throws IOException {
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
    }
    String whole = Files.readString(file());
    String rest = header.endsWith("\n") ? whole.substring(whole.indexOf('\n') + 1) : "";
    Files.writeString(file(), header + rest);

    JournalFolder folder = new JournalFolder(new Surroundings(home).environment());
    assertThat(folder.resumeState(identity("d1gest"), LAST.number()))
        .isEqualTo(ResumeState.DAMAGED);
    if (!header.isEmpty()) {
      assertThatThrownBy(() -> open(Start.AFRESH)).hasMessageContaining("damaged");
    }
    for (Start start : List.of(Start.RESTART, Start.RESUME)) {
      try (Ledger again = open(start)) {
        assertThat(again.fate(1)).isEqualTo(rest.isEmpty() ? LineStatus.SENT : LineStatus.DONE);
        assertThat(again.fate(LAST.number())).isEqualTo(LineStatus.SENT);
      }
      Files.writeString(file(), header + rest);
    }
  }

  @Test
  void one_with_a_hole_in_it_is_damaged_and_one_that_was_cut_off_is_not() throws IOException {
    try (Ledger journal = open(Start.AFRESH)) {
      fill(journal);
      journal.record(List.of(LineResult.done(THREE, THREE.row(true))));
    }
    JournalFolder folder = new JournalFolder(new Surroundings(home).environment());
    byte[] whole = Files.readAllBytes(file());
    byte[] holed = whole.clone();
    int inFirstResult = new String(whole, StandardCharsets.ISO_8859_1).indexOf("D {");
    holed[inFirstResult] = 'x';

    Files.write(file(), holed);
    assertThat(folder.resumeState(identity("d1gest"), LAST.number()))
        .isEqualTo(ResumeState.DAMAGED);
    try (Ledger again = open(Start.RESUME)) {
      assertThat(again.fate(1)).isEqualTo(LineStatus.SENT);
      assertThat(again.fate(3)).isEqualTo(LineStatus.DONE);
    }
    Files.write(file(), Arrays.copyOf(whole, inFirstResult + 5));
    assertThat(folder.resumeState(identity("d1gest"), LAST.number())).isEqualTo(ResumeState.SAME);
  }

  @Test
  void two_at_once_are_one_too_many() {
    try (Ledger first = open(Start.AFRESH)) {
      assertThatThrownBy(() -> open(Start.RESUME)).hasMessageContaining("another wxcard");
      fill(first);
    }
  }

  @Test
  void it_is_its_owners_alone() throws IOException {
    open(Start.AFRESH).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }
}
