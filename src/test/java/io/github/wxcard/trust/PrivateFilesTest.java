package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The config file is its owner's, and one that is not is told of. */
final class PrivateFilesTest {
  private final Host host = new Host();

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void openUp() throws IOException {
    host.answerWell();
    home = new Home(folder, host.base());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_file_that_is_written_is_the_owners_alone() throws IOException {
    run("token", "--refresh").exits(0);

    assertThat(mode(home.config())).isEqualTo("rw-------");
    assertThat(mode(home.config().getParent())).isEqualTo("rwx------");
  }

  @Test
  void a_file_that_others_can_read_is_told_of_once_on_use() throws IOException {
    Files.setPosixFilePermissions(home.config(), PosixFilePermissions.fromString("rw-r--r--"));

    Run run = run("card", "colors").exits(0);

    assertThat(run.err().lines())
        .filteredOn(line -> line.contains(home.config().toString()))
        .singleElement()
        .asString()
        .startsWith("warning: others can read ")
        .contains("chmod 600");
  }

  @Test
  void a_file_that_others_can_read_is_a_finding_of_doctor() throws IOException {
    Files.setPosixFilePermissions(home.config(), PosixFilePermissions.fromString("rw-r-----"));

    assertThat(run("doctor").out()).contains("others can get at", "chmod 600 " + home.config());
  }

  @Test
  void a_folder_that_others_can_change_is_a_finding_of_doctor() throws IOException {
    Path parent = home.config().getParent();
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(run("doctor").exits(7).out()).contains("FAILED", "chmod 700 " + parent);
  }

  private Run run(String... words) {
    return home.run("", List.of(words));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
