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
 * @param version the product's own, or empty for a browser that is none of them
 * @param miniProgram whether it is a mini program, or a page in one, which may use cards as well
 */
record UserAgentReport(
    String userAgent,
    Product product,
    Optional<String> version,
    String platform,
    boolean miniProgram) {
  /** The version from which on pages can hand out cards. */
  static final String FIRST_WITH_CARDS = "6.0.2";

  private static final Pattern MINI_PROGRAM = Pattern.compile("(?i)\\bminiProgram(?:Env)?\\b");

  static UserAgentReport of(String userAgent) {
    Product product = Product.of(userAgent);
    return new UserAgentReport(
        userAgent,
        product,
        product.version(userAgent),
        Platform.of(userAgent),
        MINI_PROGRAM.matcher(userAgent).find());
  }

  /** Whether pages in it can use cards. */
  boolean cards() {
    return product == Product.WECHAT && version.filter(UserAgentReport::isNewEnough).isPresent();
  }

  String line() {
    String client = product.shown() + version.map(v -> " " + v).orElse("");
    String where = platform + (miniProgram ? " mini program" : "");
    String verdict =
        cards()
            ? "cards work"
            : product == Product.WECHAT
                ? "too old for cards, which need " + FIRST_WITH_CARDS
                : product.withoutCards();
    return client + ", " + where + ": " + verdict;
  }

  ObjectNode json() {
    return Json.object()
        .put("user_agent", userAgent)
        .put("product", product == Product.OTHER ? null : product.shown())
        .put("wechat", product.isWechat())
        .put("version", version.orElse(null))
        .put("platform", platform)
        .put("mini_program", miniProgram)
        .put("cards", cards());
  }

  /**
   * Products whose User-Agent says MicroMessenger; the most special words come first. What names a
   * foreign app as well is that app, whatever it claims besides.
   */
  enum Product {
    WECOM(
        "WeCom",
        "(?:wxwork(?:local|mac)?|wwlocal|wecom|wework)/",
        "no cards here, it is another app than WeChat; open the page in WeChat"),
    DEVELOPER_TOOLS(
        "WeChat developer tools",
        "wechatdevtools/",
        "cards are not known to work here; try the page on a phone"),
    WINDOWS(
        "WeChat for Windows",
        "MicroMessenger/(?=.*WindowsWechat)",
        "cards are not known to work here; open the page on a phone"),
    MAC(
        "WeChat for Mac",
        "MicroMessenger/(?=.*MacWechat)",
        "cards are not known to work here; open the page on a phone"),
    WECHAT("WeChat", "MicroMessenger/", ""),
    OTHER("not WeChat", "(?!)", "no cards here");

    private static final Pattern FOREIGN =
        Pattern.compile(
            "(?<![\\w-])(?:DingTalk|Feishu|Lark|AlipayClient|QQ|TIM|Weibo|aweme)/",
            Pattern.CASE_INSENSITIVE);

    private final String shown;
    private final Pattern words;
    private final String withoutCards;

    Product(String shown, String words, String withoutCards) {
      this.shown = shown;
      this.words =
          Pattern.compile(
              "(?<![\\w-])" + words + "(\\d{1,9}(?:\\.\\d{1,9})*+)", Pattern.CASE_INSENSITIVE);
      this.withoutCards = withoutCards;
    }

    static Product of(String userAgent) {
      return Stream.of(values())
          .filter(product -> product.words.matcher(userAgent).find())
          .findFirst()
          .filter(product -> product == WECOM || !FOREIGN.matcher(userAgent).find())
          .orElse(OTHER);
    }

    String shown() {
      return shown;
    }

    String withoutCards() {
      return withoutCards;
    }

    boolean isWechat() {
      return this != WECOM && this != OTHER;
    }

    Optional<String> version(String userAgent) {
      Matcher found = words.matcher(userAgent);
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
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
    HARMONY("HarmonyOS", "OpenHarmony|HarmonyOS|ArkWeb"),
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
