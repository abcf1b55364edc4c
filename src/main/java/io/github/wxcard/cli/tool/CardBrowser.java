package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser's User-Agent tells about WeChat.
 *
 * @param version WeChat's, or empty when it is not WeChat
 */
record CardBrowser(
    String userAgent, Optional<String> version, String platform, boolean miniProgram) {
  /** The version from which on pages can hand out cards. */
  static final String FIRST_WITH_CARDS = "6.0.2";

  private static final Pattern WECHAT =
      Pattern.compile("(?i)MicroMessenger/(\\d{1,9}(?:\\.\\d{1,9})*+)");
  private static final Pattern MINI_PROGRAM = Pattern.compile("(?i)miniProgram");

  static CardBrowser of(String userAgent) {
    Matcher wechat = WECHAT.matcher(userAgent);
    return new CardBrowser(
        userAgent,
        wechat.find() ? Optional.of(wechat.group(1)) : Optional.empty(),
        Platform.of(userAgent),
        MINI_PROGRAM.matcher(userAgent).find());
  }

  /** Whether pages in it can use cards. */
  boolean cards() {
    return version.filter(CardBrowser::isNewEnough).isPresent();
  }

  String line() {
    String client = version.map(v -> "WeChat " + v).orElse("not WeChat");
    String where = platform + (miniProgram ? " mini program" : "");
    String verdict =
        cards()
            ? "cards work"
            : version.isPresent()
                ? "too old for cards, which need " + FIRST_WITH_CARDS
                : "no cards here";
    return client + ", " + where + ": " + verdict;
  }

  ObjectNode json() {
    return Json.object()
        .put("user_agent", userAgent)
        .put("wechat", version.isPresent())
        .put("version", version.orElse(null))
        .put("platform", platform)
        .put("mini_program", miniProgram)
        .put("cards", cards());
  }

  /** Part by part and by size: 6.0.10 is newer than 6.0.2, and 10 newer than 6. */
  private static boolean isNewEnough(String version) {
    BigInteger[] have = numbers(version);
    BigInteger[] need = numbers(FIRST_WITH_CARDS);
    for (int i = 0; i < need.length; i++) {
      int order = (i < have.length ? have[i] : BigInteger.ZERO).compareTo(need[i]);
      if (order != 0) {
        return order > 0;
      }
    }
    return true;
  }

  private static BigInteger[] numbers(String version) {
    return Stream.of(version.split("\\.", -1)).map(BigInteger::new).toArray(BigInteger[]::new);
  }

  /** Systems by the words that give them away; the order decides where several stand. */
  private enum Platform {
    WINDOWS("Windows", "Windows(?! Phone)"),
    IOS("iOS", "iPhone|iPad|iPod"),
    HARMONY("HarmonyOS", "OpenHarmony|HarmonyOS"),
    ANDROID("Android", "Android|Adr "),
    MAC("Mac", "Macintosh|Mac OS X|MacWechat"),
    LINUX("Linux", "Linux");

    private final String shown;
    private final Pattern words;

    Platform(String shown, String words) {
      this.shown = shown;
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static String of(String userAgent) {
      return Stream.of(values())
          .filter(platform -> platform.words.matcher(userAgent).find())
          .findFirst()
          .map(platform -> platform.shown)
          .orElse("unknown system");
    }
  }
}
