package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Command lines that change the same thing at the same time, each with a sandbox of its own. */
@Timeout(120)
class ConcurrentChangesTest {
  private static final int HOW_MANY = 8;

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void open() {
    wx = new Wxcard(home).with("WXCARD_PROFILE", "sandbox");
    wx.run("token").exits(0);
  }

  private List<Run> together(IntFunction<String> line) {
    List<Wxcard.Running> all =
        IntStream.range(0, HOW_MANY).mapToObj(i -> wx.start(line.apply(i).split(" "))).toList();
    return all.stream().map(Wxcard.Running::join).toList();
  }

  @Test
  void the_clock_moves_by_all_of_it() {
    together(i -> "sandbox clock +1d").forEach(run -> run.exits(0));

    long offset = wx.run("sandbox", "clock", "--json").json().path("offset").asLong();
    assertThat(offset).isEqualTo(Duration.ofDays(HOW_MANY).toSeconds());
  }

  @Test
  void a_fault_strikes_as_often_as_it_should() {
    String fault = "sandbox fault add --path /card/getcolors --errcode 45009 --times 5";
    wx.run(fault.split(" ")).exits(0);

    List<Run> runs = together(i -> "card colors");

    assertThat(runs.stream().filter(run -> run.exitCode() == 5)).hasSize(5);
    assertThat(runs.stream().filter(run -> run.exitCode() == 0)).hasSize(HOW_MANY - 5);
  }

  @Test
  void faults_are_all_kept() {
    together(i -> "sandbox fault add --path /card/p" + i + " --errcode 1").forEach(r -> r.exits(0));

    assertThat(wx.run("sandbox", "fault", "list", "--json").exits(0).json().findValues("path"))
        .hasSize(HOW_MANY);
  }

  @Test
  void profiles_are_all_kept_and_all_removed() throws IOException {
    Wxcard person = new Wxcard(home.resolve("other"));
    List<Wxcard.Running> logins =
        IntStream.range(0, HOW_MANY)
            .mapToObj(
                i ->
                    person
                        .typing("0123456789abcdef0123456789abcdef\n")
                        .start("login", "--profile", "p" + i, "--no-check", "--app-id", "wx" + i))
            .toList();
    logins.forEach(running -> running.join().exits(0));
    JsonNode config = Json.read(Files.readAllBytes(person.config()));
    assertThat(config.path("profiles")).hasSize(HOW_MANY);

    List<Wxcard.Running> removals =
        IntStream.range(0, HOW_MANY)
            .mapToObj(i -> person.start("profile", "remove", "p" + i))
            .toList();
    removals.forEach(running -> running.join().exits(0));

    config = Json.read(Files.readAllBytes(person.config()));
    assertThat(config.path("profiles")).isEmpty();
  }
}
