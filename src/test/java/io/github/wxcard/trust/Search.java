package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Looks for markers in streams and files, and counts where it has looked. */
final class Search {
  /** Command lines that ask no API for anything, or play with several others. */
  static final List<String> OTHER_LINES =
      List.of(
          "token",
          "sign card pCard --explain",
          "sign card pCard --ticket-stdin --app-id wx00000000000000aa --json",
          "sign card pCard --verify 0123456789012345678901234567890123456789",
          "sign choose --verify 0123456789012345678901234567890123456789",
          "sign page https://shop.example/ --verify 0123456789012345678901234567890123456789",
          "sign callback --token-stdin --timestamp 1 --nonce 2",
          "sign callback --token-stdin --timestamp 1 --nonce 2 --verify 01234567890123456789",
          "event decrypt samples/push.xml",
          "event decrypt samples/push.xml --secrets-stdin",
          "event list",
          "event trigger user_get_card --to HOST_URL --attempts 2 --between 1ms",
          "event trigger user_get_card --to HOST_URL --attempts 2 --between 1ms --encrypted"
              + " --secrets-stdin",
          "profile list",
          "profile show",
          "profile use shop",
          "config list",
          "config list --json",
          "config get secret",
          "config get callback.token",
          "config get callback.encodingAesKey",
          "config set secret",
          "config set callback.token",
          "config set callback.encodingAesKey --json",
          "config unset callback.token",
          "explain 40001",
          "explain '{\"errcode\":40001,\"access_token\":\"" + Markers.TOKEN + "\"}'",
          "lint samples/groupon.json",
          "new groupon",
          "agent MicroMessenger/8.0",
          "link build https://shop.example/ --code A001 --card-id",
          "completion bash",
          "help config",
          "api GET /card/a|b",
          "api GET /card/getcolors?x=%zz",
          "api POST /card/create --body samples/walkthrough.sh",
          "hello",
          "hello --report REPORT_FILE",
          "run SCENARIO_FILE --report REPORT_FILE",
          "no-such-command " + Markers.APP_ID);

  private int lines;
  private int places;

  /** A marker may be seen in no stream, save those whose purpose it is. */
  void streams(Run run) {
    lines++;
    places += 2;
    assertThat(found(run.err())).as("secrets on stderr of %s", run).isEmpty();
    assertThat(found(run.out()))
        .as("secrets on stdout of %s", run)
        .isSubsetOf(Purpose.of(run.line()));
    assertThat(run.exitCode()).as("a defect: %s", run).isNotEqualTo(1);
  }

  /** A marker may stand in no file but the config file, and nobody else may read any of them. */
  void files(Home home) throws IOException {
    for (Path path : Folders.content(home.folder())) {
      if (Files.isRegularFile(path) && !path.equals(home.config())) {
        places++;
        assertThat(found(text(path))).as("secrets in %s", path).isEmpty();
      }
      Path inside = home.folder().relativize(path);
      if (inside.getNameCount() > 2 && inside.toString().startsWith(".")) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(mode).as("the mode of %s", path).endsWith("------");
      }
    }
  }

  /**
   * What was done, in one line.
   *
   * @param all how many command lines there are
   * @param complete whether nothing broke the search off
   */
  String summary(int all, boolean complete) {
    return "secrets: %d markers through %d of %d command lines (%s), %d streams and files searched, %s"
        .formatted(
            Markers.all().size(),
            lines,
            all,
            Sampling.words(),
            places,
            complete ? "found only where they belong" : "broken off by a failure");
  }

  /**
   * What was done with a server, in one line.
   *
   * @param requests how many it was sent
   */
  String summary(String server, int requests) {
    return "secrets: %d markers through %d requests to %s, %d streams and files searched, found only where they belong"
        .formatted(Markers.all().size(), requests, server, places);
  }

  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  static List<String> found(String text) {
    return Markers.all().stream().filter(text::contains).toList();
  }
}
