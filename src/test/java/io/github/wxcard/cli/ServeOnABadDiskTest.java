package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A served sandbox outlives a full or a failing disk. */
@Timeout(120)
final class ServeOnABadDiskTest {
  private static final String TOKEN =
      "/cgi-bin/token?grant_type=client_credential&appid=wx5a4db0c0000c0de1"
          + "&secret=0123456789abcdef0123456789abcdef";

  @TempDir Path home;
  private Path mounted;

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) {
      run("umount", mounted.toString());
    }
  }

  @Test
  void a_full_disk_is_told_once_and_over_when_there_is_room() throws Exception {
    mounted = Files.createDirectory(home.resolve("small"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mounted.toString()),
        "this machine lets nobody mount a small file system");
    String db = mounted.resolve("sandbox.db").toString();
    List<String> told;
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--db", db)) {
      assertThat(serve.get(TOKEN)).contains("access_token");
      fill(mounted.resolve("ballast"));

      String refused = refused(serve);
      assertThat(refused).contains("\"errcode\":-1");
      assertThat(serve.get(TOKEN)).contains("\"errcode\":-1");
      assertThat(serve.get("/sandbox/status")).contains("\"errcode\":0");
      Files.delete(mounted.resolve("ballast"));

      assertThat(serve.get(TOKEN)).contains("access_token");
      assertThat(serve.get("/sandbox/journal")).contains("no room left", "SQLITE_FULL");
      told = end(serve);
    }
    assertThat(told).filteredOn(line -> line.contains("no room left")).hasSize(1);
    assertThat(told).contains(db + ": changes are written again.");
    assertThat(told).noneMatch(line -> line.contains("/cgi-bin/token"));
  }

  @Test
  void a_disk_that_fails_is_told_once_and_over_when_it_works_again() throws Exception {
    String db = home.resolve("sandbox.db").toString();
    List<String> told;
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--db", db)) {
      String pid = "--pid=" + serve.process().pid();
      assertThat(serve.get(TOKEN)).contains("access_token");
      assumeTrue(run("prlimit", pid, "--fsize=4096:unlimited"), "this machine has no prlimit");

      assertThat(refused(serve)).contains("\"errcode\":-1");
      assertThat(serve.get("/sandbox/status")).contains("\"errcode\":0");
      run("prlimit", pid, "--fsize=unlimited:unlimited");

      assertThat(serve.get(TOKEN)).contains("access_token");
      told = end(serve);
    }
    assertThat(told).filteredOn(line -> line.contains("SQLITE_IOERR")).hasSize(1);
    assertThat(told).contains(db + ": changes are written again.");
  }

  /** The first refusal: some changes may still fit into pages that are there already. */
  private static String refused(ServeProcess serve) throws Exception {
    for (int i = 0; i < 500; i++) {
      String answer = serve.get(TOKEN);
      if (Json.read(answer).path("errcode").asInt() != 0) {
        return answer;
      }
    }
    throw new AssertionError("everything was written");
  }

  private static void fill(Path ballast) throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space");
    }
  }

  private static List<String> end(ServeProcess serve) throws Exception {
    serve.process().toHandle().destroy();
    assertThat(serve.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    return serve.process().errorReader(StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
