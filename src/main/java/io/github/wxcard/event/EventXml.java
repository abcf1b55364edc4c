package io.github.wxcard.event;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes events as the XML that WeChat pushes: numbers bare, texts in CDATA, an element a line, of
 * which the first stands beside the root.
 */
public final class EventXml {
  private static final Set<String> NUMBERS =
      Set.of(
          "OuterId", "LocationId", "ModifyBonus", "ModifyBalance", "CreateOrderTime", "MerchantId");

  /** A word in CDATA, though its neighbours with such names are bare. */
  private static final Set<String> QUOTED = Set.of("giftcard_send_to_friend.IsReturnBack");

  private static final String ROOT = "<xml>";

  /** What no XML document can hold, however it is written. */
  private static final Pattern NO_CHARACTER =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private EventXml() {}

  /** The whole document. */
  public static String write(CardEvent event) {
    StringBuilder xml = new StringBuilder(ROOT);
    text(xml, "ToUserName", event.receiver());
    text(xml, "FromUserName", event.sender());
    bare(xml, "CreateTime", Long.toString(event.created()));
    text(xml, "MsgType", "event");
    text(xml, "Event", event.name());
    for (Map.Entry<String, String> field : event.fields().entrySet()) {
      if (isNumber(field.getKey()) && !QUOTED.contains(event.name() + "." + field.getKey())) {
        bare(xml, field.getKey(), field.getValue());
      } else {
        text(xml, field.getKey(), field.getValue());
      }
    }
    return xml.append("</xml>").toString();
  }

  /**
   * The document of an encrypted push.
   *
   * @param clear what stands beside the cipher text; empty in safe mode
   * @param encrypted the cipher text in base64
   */
  public static String envelope(String receiver, String clear, String encrypted) {
    StringBuilder xml = new StringBuilder(ROOT);
    if (clear.isEmpty()) {
      text(xml, "ToUserName", receiver);
    } else {
      xml.append(clear, ROOT.length(), clear.length() - "</xml>".length());
    }
    text(xml, "Encrypt", encrypted);
    return xml.append("</xml>").toString();
  }

  /** Whether a field's value stands bare, being a number. */
  public static boolean isNumber(String name) {
    return NUMBERS.contains(name) || name.startsWith("Is");
  }

  private static void bare(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append('>').append(value);
    xml.append("</").append(name).append(">\n");
  }

  private static void text(StringBuilder xml, String name, String value) {
    // Of all that XML can hold, CDATA lacks only its own end.
    String held = NO_CHARACTER.matcher(value).replaceAll("\uFFFD");
    bare(xml, name, "<![CDATA[" + held.replace("]]>", "]]]]><![CDATA[>") + "]]>");
  }
}
