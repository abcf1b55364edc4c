package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody else could have written decide nothing. */
class ForeignFilesTest {
  private static final int SOMEBODY = 54321;

  /** The account of every new sandbox. */
  private static final String APP_ID = "wx5a4db0c0000c0de1";

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path home;
  private Wxcard wx;
  private ServedAccount account;

  @BeforeEach
  void open() throws IOException {
    wx = new Wxcard(home);
    account = new ServedAccount();
    account.configure(wx.config());
    mode(wx.config().getParent(), "rwx------");
    mode(wx.config(), "rw-------");
    wx.run("token").exits(0);
  }

  @AfterEach
  void close() {
    account.close();
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Only root may give a file away; elsewhere the test is passed over. */
  private static void giveAway(Path path) throws IOException {
    try {
      Files.setAttribute(path, "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);
    } catch (FileSystemException e) {
      assumeTrue(false, "only root can give a file to somebody else");
    }
  }

  private Path place(String place) {
    return place.equals("file") ? wx.config() : wx.config().getParent();
  }

  private Wxcard withEnvironment() {
    return new Wxcard(home)
        .with("WXCARD_APPID", APP_ID)
        .with("WXCARD_SECRET", SECRET)
        .with("WXCARD_API_BASE", account.base().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "file,   rw--w----, chmod 600",
    "file,   rw-----w-, chmod 600",
    "file,   rw-rw-rw-, chmod 600",
    "folder, rwxrwx---, chmod 700",
    "folder, rwx----wx, chmod 700"
  })
  void a_config_that_others_can_change_is_refused(String which, String mode, String remedy)
      throws IOException {
    mode(place(which), mode);
    String before = Files.readString(wx.config());
    for (String line :
        new String[] {
          "token",
          "card list",
          "doctor",
          "profile list",
          "profile use sandbox",
          "login --app-id wx1"
        }) {
      Run run = wx.typing("x\n").run(line.split(" ")).exits(7);
      assertThat(run.out() + run.err())
          .contains("can be changed by others", remedy + " " + place(which))
          .doesNotContain(SECRET);
    }
    assertThat(wx.config()).content().isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "folder"})
  void a_config_of_somebody_else_is_refused(String which) throws IOException {
    giveAway(place(which));
    Run run = wx.run("token").exits(7);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("belongs to user " + SOMEBODY, "chown 0 " + place(which));
    assertThat(wx.run("token", "--json").exits(7).error().path("kind").asText())
        .isEqualTo("config");
  }

  @Test
  void a_config_of_root_and_one_in_a_shared_folder_with_the_sticky_bit_are_taken()
      throws IOException {
    Path folder = wx.config().getParent();
    Files.setAttribute(folder, "unix:mode", 01777);
    wx.run("token").exits(0);
  }

  @Test
  void a_link_of_ones_own_to_a_file_that_others_can_change_is_refused() throws IOException {
    Path real = home.resolve("dotfiles/wxcard.json");
    Files.createDirectories(real.getParent());
    Files.move(wx.config(), real);
    Files.createSymbolicLink(wx.config(), real);
    wx.run("token").exits(0);
    mode(real.getParent(), "rwxrwxr-x");
    assertThat(wx.run("token").exits(7).err())
        .contains("lies in " + real.getParent(), "chmod go-w " + real.getParent());
  }

  @ParameterizedTest
  @CsvSource({"file, rw-rw-rw-", "folder, rwxrwxrwx", "file, foreign", "folder, foreign"})
  void an_account_of_the_environment_goes_on_without_it_and_one_line_says_so(
      String which, String mode) throws IOException {
    if (mode.equals("foreign")) {
      giveAway(place(which));
    } else {
      mode(place(which), mode);
    }
    String before = Files.readString(wx.config());
    Wxcard own = withEnvironment();
    Run run = own.run("card", "colors").exits(0);
    assertThat(run.err()).hasLineCount(1).contains("warning: config file ", " is not used: ");
    assertThat(own.run("token").exits(0).err()).hasLineCount(1);
    assertThat(own.run("doctor").exits(0).out()).contains("warning config file: ");
    assertThat(own.run("token", "--profile", "shop").exits(7).err()).contains("config file");
    assertThat(own.with("WXCARD_PROFILE", "shop").run("token").exits(7).err())
        .contains("config file");
    assertThat(wx.config()).content().isEqualTo(before);
  }

  @Test
  void a_home_that_cannot_be_read_stops_no_account_of_the_environment() throws IOException {
    Files.delete(wx.config());
    Files.createDirectory(wx.config());
    Run run = withEnvironment().run("card", "colors").exits(0);
    assertThat(run.err()).hasLineCount(1).contains("is not used");
    assertThat(wx.run("card", "colors").exits(7).out()).isEmpty();
  }

  @Test
  void the_sandbox_needs_no_config_and_goes_on_without_it() throws IOException {
    mode(wx.config(), "rw-rw-rw-");
    assertThat(wx.run("card", "colors", "--sandbox").exits(0).err())
        .hasLineCount(1)
        .contains("is not used");
  }

  @Test
  void a_sandbox_that_nobody_has_named_is_the_persons_own() throws IOException {
    wx.run("card", "list", "--sandbox").exits(0);
    Path state = home.resolve(".local/state/wxcard");
    mode(state, "rwxrwxrwx");
    assertThat(wx.run("card", "list", "--sandbox").exits(7).err())
        .contains("sandbox database", "chmod 700 " + state);
    assertThat(wx.run("sandbox", "serve", "--port", "0").exits(7).err()).contains("chmod 700");
    Path named = home.resolve("team.db");
    wx.with("WXCARD_SANDBOX_DB", named.toString()).run("card", "list", "--sandbox").exits(0);
  }

  @Test
  void a_journal_that_others_can_write_is_not_believed() throws IOException {
    Path codes = Files.writeString(home.resolve("codes"), "1\n");
    String[] line = {"consume", "--from", codes.toString()};
    wx.run(line).exits(8);
    Path batches = home.resolve(".local/state/wxcard/batches");
    mode(batches, "rwxrwxrwx");
    Run run = wx.run("consume", "--from", codes.toString(), "--resume").exits(7);
    assertThat(run.err()).contains("the journal ", "chmod go-w " + batches);
  }
}
