package io.github.wxcard.sandbox.service.base;

import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses the sandbox hands out, and what they say when they come back. */
public final class SandboxLinks {
  public static final String IMAGES = "/mmbiz/";

  /** What a QR code encodes leads here. */
  public static final String SCANS = "/q/";

  public static final String PAGES = "/landing/";

  public static final String PICTURES = "/cgi-bin/showqrcode";

  /** Where the form is that activates a member card. */
  public static final String ACTIVATIONS = "/bizmall/activatemembercard";

  /** Where a card is that lies in an article. */
  public static final String ARTICLES = "/bizmall/appmsgcard";

  /** The account's public number in base64, as links to WeChat's own pages carry it. */
  private static final String BIZ = "MzAwMDAwMDAwMQ==";

  private static final String IMAGE_TAIL = "/0";

  private final String base;

  public SandboxLinks(URI base) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  public String toImage(String id) {
    return base + IMAGES + id + IMAGE_TAIL;
  }

  public String toScan(String link) {
    return base + SCANS + link;
  }

  public String toPage(String link) {
    return base + PAGES + link;
  }

  public String toPicture(String ticket) {
    return base + PICTURES + "?ticket=" + QueryString.encoded(ticket);
  }

  public String toActivation(String encryptCardId, String outerStr) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "preshow");
    parameters.put("encrypt_card_id", encryptCardId);
    parameters.put("outer_str", outerStr);
    parameters.put("biz", BIZ);
    return QueryString.appended(base + ACTIVATIONS + "#wechat_redirect", parameters);
  }

  public String toArticle(String cardId) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "show");
    parameters.put("biz", BIZ);
    parameters.put("cardid", cardId);
    parameters.put("wechat_card_js", "1");
    return QueryString.appended(base + ARTICLES + "#wechat_redirect", parameters);
  }

  /** The id in an image's path; the text whole when it has another shape. */
  public static String imageId(String path) {
    int end = path.length() - IMAGE_TAIL.length();
    boolean shaped = path.startsWith(IMAGES) && path.endsWith(IMAGE_TAIL) && end >= IMAGES.length();
    return shaped ? path.substring(IMAGES.length(), end) : path;
  }
}
