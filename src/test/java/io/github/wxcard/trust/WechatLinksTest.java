package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where people are sent: WeChat has moved its documentation and its settings. */
final class WechatLinksTest {
  private static final Pattern LINK =
      Pattern.compile("https://(developers|mp)\\.weixin\\.qq\\.com/[\\w./?=&-]*[\\w/]");

  private static final Pattern OF_TODAY =
      Pattern.compile(
          "https://developers\\.weixin\\.qq\\.com/"
              + "(platform/|doc/(subscription|service)/(en/)?(guide|api)/.*)"
              + "|https://mp\\.weixin\\.qq\\.com/debug/cgi-bin/sandbox\\?t=sandbox/login");

  @Test
  void links_lead_to_where_things_are_today() throws IOException {
    List<String> links;
    try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
      links =
          Stream.concat(
                  sources.filter(path -> path.toString().matches(".*\\.(java|tsv|txt|json)")),
                  Stream.of(Path.of("README.md")))
              .flatMap(WechatLinksTest::links)
              .distinct()
              .toList();
    }

    assertThat(links)
        .contains("https://developers.weixin.qq.com/platform/")
        .allSatisfy(link -> assertThat(link).matches(OF_TODAY));
  }

  private static Stream<String> links(Path file) {
    try {
      return LINK.matcher(Files.readString(file)).results().map(MatchResult::group);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
