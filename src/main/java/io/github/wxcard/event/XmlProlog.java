package io.github.wxcard.event;

/** What may stand before the root element of a document. */
final class XmlProlog {
  private static final String DOCTYPE = "<!DOCTYPE";

  private XmlProlog() {}

  /** Where the DOCTYPE begins; -1 when there is none. */
  static int doctype(String xml) {
    int at = 0;
    while (at >= 0) {
      at = afterBlanks(xml, at);
      if (xml.startsWith(DOCTYPE, at)) {
        return at;
      }
      at =
          xml.startsWith("<?", at)
              ? behind(xml, "?>", at)
              : xml.startsWith("<!--", at) ? behind(xml, "-->", at) : -1;
    }
    return -1;
  }

  private static int afterBlanks(String xml, int from) {
    int at = from;
    while (at < xml.length() && Character.isWhitespace(xml.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int behind(String xml, String end, int from) {
    int found = xml.indexOf(end, from);
    return found < 0 ? -1 : found + end.length();
  }
}
