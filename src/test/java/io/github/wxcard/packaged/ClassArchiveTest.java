package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which archives of classes a start relies on, and what becomes of the others. */
class ClassArchiveTest {
  private static final String CONTENT = "classes ".repeat(1000);

  /** What cksum prints of it, with its checksum left open. */
  private static final String SUM = "%s 8000\n";

  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void layOutACheckout() throws IOException {
    checkout = new Checkout(temp);
  }

  /** What can happen to an archive. */
  enum Harm {
    FLIPPED_IN_THE_HEADER,
    FLIPPED_IN_THE_MIDDLE,
    TRUNCATED,
    EMPTY,
    LONGER,
    WRITABLE_BY_THE_GROUP,
    WRITABLE_BY_OTHERS,
    FOLDER_WRITABLE_BY_OTHERS,
    OF_SOMEBODY_ELSE,
    FOLDER_OF_SOMEBODY_ELSE,
    WITHOUT_SUM,
    WITH_A_BROKEN_SUM;

    void to(Path archive) throws IOException {
      Path folder = archive.getParent();
      Path sum = Path.of(archive + ".sum");
      switch (this) {
        case FLIPPED_IN_THE_HEADER -> flip(archive, 3);
        case FLIPPED_IN_THE_MIDDLE -> flip(archive, 4000);
        case TRUNCATED -> cut(archive, 5000);
        case EMPTY -> cut(archive, 0);
        case LONGER -> Files.writeString(archive, "x", StandardOpenOption.APPEND);
        case WRITABLE_BY_THE_GROUP -> mode(archive, "rw-rw----");
        case WRITABLE_BY_OTHERS -> mode(archive, "rw-----w-");
        case FOLDER_WRITABLE_BY_OTHERS -> mode(folder, "rwxrwxrwx");
        case OF_SOMEBODY_ELSE -> giveAway(archive);
        case FOLDER_OF_SOMEBODY_ELSE -> giveAway(folder);
        case WITHOUT_SUM -> Files.delete(sum);
        case WITH_A_BROKEN_SUM -> Files.writeString(sum, "x y z\n");
      }
    }

    private static void flip(Path file, int place) throws IOException {
      byte[] content = Files.readAllBytes(file);
      content[place] ^= 1;
      Files.write(file, content);
    }

    /** As after a crash, which leaves the time alone. */
    private static void cut(Path file, int length) throws IOException {
      FileTime time = Files.getLastModifiedTime(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
      Files.setLastModifiedTime(file, time);
    }

    private static void mode(Path path, String permissions) throws IOException {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void giveAway(Path path) throws IOException {
      try {
        Files.setAttribute(path, "unix:uid", 54321);
      } catch (FileSystemException e) {
        assumeTrue(false, "only root can give a file to somebody else");
      }
    }
  }

  /** An archive as the launcher's helper leaves it, for a program that was built before it. */
  private Path archive(String name) throws IOException {
    if (checkout.builds() == 0) {
      checkout.launcher().run().exits(0);
      past(checkout.project().resolve("target/wxcard/wxcard.jar"), 3600);
      past(checkout.project().resolve("target/wxcard/.sources-as-of"), 3601);
      for (String source :
          List.of("src/build", "src/main", "src/main/java", "src/main/java/Main.java")) {
        past(checkout.project().resolve(source), 3602);
      }
      past(checkout.project().resolve("pom.xml"), 3602);
    }
    Path program = checkout.project().toRealPath().resolve("target/wxcard");
    Path archive = Path.of(temp + "/cache/wxcard/17.0.15" + program).resolve(name);
    Files.createDirectories(archive.getParent());
    sealed(archive);
    return archive;
  }

  private static void sealed(Path archive) throws IOException {
    Files.writeString(archive, CONTENT);
    past(archive, 1800);
    Path sum = Path.of(archive + ".sum");
    Files.writeString(sum, SUM.formatted(cksum(archive)));
    past(sum, 1799);
  }

  private static String cksum(Path file) {
    return Script.of(Path.of("/usr/bin/cksum"))
        .run(file.toString())
        .exits(0)
        .out()
        .split(" ", -1)[0];
  }

  private static void past(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private String command(String... words) {
    return checkout.launcher().run(words).exits(0).out();
  }

  @Test
  void every_kind_of_command_has_an_archive_of_its_own() throws IOException {
    Path archive = archive("classes.jsa");
    assertThat(command()).contains("-XX:SharedArchiveFile=" + archive);
    assertThat(command("sandbox", "serve")).doesNotContain("SharedArchiveFile");
    archive("sandbox.jsa");
    assertThat(command("sandbox", "serve")).contains("/sandbox.jsa");
    assertThat(command("hello", "--sandbox")).contains("/sandbox.jsa");
    assertThat(command("sandbox", "status")).contains("/sandbox.jsa");
    assertThat(command("sign", "card", "p1")).contains("/classes.jsa");
    assertThat(command("sign", "card", "p1", "--jq", ".a")).contains("/classes.jsa");
    assertThat(command("--version")).contains("/classes.jsa");
    assertThat(command("token")).contains("/classes.jsa");
    assertThat(command("token", "--jq", ".[\"a\"][0].b_2?")).contains("/classes.jsa");
    assertThat(command("--jq=.a", "token", "--jqs", "a|b")).contains("/classes.jsa");
    assertThat(command("token", "--jq", ".a|.b")).doesNotContain("SharedArchiveFile");
    archive("jq.jsa");
    for (String expression : List.of(".a|.b", "[.a]", "length", ".a,.b", ".[]|select(.a)")) {
      assertThat(command("token", "--jq", expression)).contains("/jq.jsa");
      assertThat(command("--jq=" + expression, "token")).contains("/jq.jsa");
      assertThat(command("sign", "card", "p1", "--jq", expression)).contains("/jq.jsa");
      assertThat(command("hello", "--sandbox", "--jq", expression)).contains("/sandbox.jsa");
    }
    checkout.javaIs("25.0.1");
    assertThat(command("token")).doesNotContain("SharedArchiveFile", "AOTCache");
  }

  @Test
  void an_archive_older_than_the_program_is_not_used() throws IOException {
    Path archive = archive("classes.jsa");
    past(archive, 3700);
    assertThat(command("token")).doesNotContain("SharedArchiveFile");
  }

  @Test
  void a_source_that_is_newer_leads_to_a_build_and_not_to_the_old_archive() throws IOException {
    archive("classes.jsa");
    past(checkout.project().resolve("src/main/java/Main.java"), 60);
    assertThat(command("token")).doesNotContain("SharedArchiveFile");
    assertThat(checkout.builds()).isEqualTo(2);
    Path named = checkout.project().resolve("src/main/java/classes.jsa.txt");
    Files.writeString(named, "a source with such a name");
    Files.setLastModifiedTime(named, FileTime.from(Instant.now().plusSeconds(60)));
    command("token");
    assertThat(checkout.builds()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void an_archive_that_is_not_whole_or_not_ours_alone_is_passed_over_in_silence(Harm harm)
      throws IOException {
    Path archive = archive("classes.jsa");
    assertThat(command("token")).contains("SharedArchiveFile=" + archive);
    harm.to(archive);
    var run = checkout.launcher().run("token").exits(0);
    assertThat(run.out()).doesNotContain("SharedArchiveFile").endsWith("token\n");
    assertThat(run.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FOLDER_OF_SOMEBODY_ELSE"})
  void the_maker_throws_such_an_archive_away(Harm harm) throws IOException {
    Path jar = jar();
    Path archive = Files.createDirectories(temp.resolve("cache")).resolve("classes.jsa");
    sealed(archive);
    harm.to(archive);
    make(jar, archive);
    assertThat(archive).doesNotExist();
    assertThat(Files.getPosixFilePermissions(archive.getParent()))
        .doesNotContainAnyElementsOf(PosixFilePermissions.fromString("----w--w-"));
  }

  @Test
  void the_maker_leaves_a_folder_of_somebody_else_alone() throws IOException {
    Path jar = jar();
    Path archive = Files.createDirectories(temp.resolve("cache")).resolve("classes.jsa");
    sealed(archive);
    Harm.FOLDER_OF_SOMEBODY_ELSE.to(archive);
    make(jar, archive);
    assertThat(archive).hasContent(CONTENT);
  }

  @Test
  void the_maker_keeps_a_whole_one_for_another_day() throws IOException {
    Path jar = jar();
    past(jar, 400_000);
    Path archive = Files.createDirectories(temp.resolve("cache")).resolve("classes.jsa");
    sealed(archive);
    Path sum = Path.of(archive + ".sum");
    past(sum, 200_000);
    make(jar, archive);
    assertThat(archive).hasContent(CONTENT);
    assertThat(Files.getLastModifiedTime(sum).toInstant())
        .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
  }

  /** A program to make an archive for, and a JVM that leaves none. */
  private Path jar() throws IOException {
    Path program = Files.createDirectories(checkout.project().resolve("target/wxcard"));
    Path jar = Files.writeString(program.resolve("wxcard.jar"), "jar");
    past(jar, 3600);
    Path samples = Files.createDirectories(checkout.project().resolve("samples"));
    Files.writeString(samples.resolve("groupon.json"), "{}");
    Checkout.executable(checkout.jdk().resolve("bin/java"), "echo '{\"base_url\":\"x\"}'\n");
    return jar;
  }

  private void make(Path jar, Path archive) {
    Script.of(Script.PROJECT.resolve("scripts/archive-classes"))
        .run(checkout.jdk().resolve("bin/java").toString(), jar.toString(), archive.toString())
        .exits(0);
  }

  @Test
  void an_archive_that_cannot_be_made_is_tried_once_a_day() throws IOException {
    Path jar = jar();
    Path tries = temp.resolve("tries");
    // A JVM that says where it listens and leaves no archive.
    Checkout.executable(
        checkout.jdk().resolve("bin/java"),
        "echo try >>'" + tries + "'; echo '{\"base_url\":\"x\"}'\n");
    Path archive = temp.resolve("cache/classes.jsa");
    make(jar, archive);
    List<String> first = Files.readAllLines(tries);
    make(jar, archive);

    assertThat(archive.resolveSibling("classes.jsa.failed")).exists();
    assertThat(tries).hasContent(String.join("\n", first));
    Instant yesterday = Instant.now().minus(Duration.ofHours(49));
    Files.setLastModifiedTime(jar, FileTime.from(yesterday.minusSeconds(1)));
    Files.setLastModifiedTime(
        archive.resolveSibling("classes.jsa.failed"), FileTime.from(yesterday));
    make(jar, archive);
    assertThat(Files.readAllLines(tries)).hasSizeGreaterThan(first.size());
  }
}
