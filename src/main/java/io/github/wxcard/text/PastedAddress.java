package io.github.wxcard.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A web address that somebody copied, perhaps out of HTML, JSON or another address.
 *
 * @param url as a browser shows it
 * @param escapes in words what had to be undone for that; empty for an address that was none of it
 */
public record PastedAddress(String url, List<String> escapes) {
  private static final Pattern HTML =
      Pattern.compile("&(?:amp|#0*38|#x0*26);", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("\\\\u0026|\\\\(?=[/&?=])");
  private static final Pattern ENCODED =
      Pattern.compile("https?%3A(?:%2F){2}[^/?&]+", Pattern.CASE_INSENSITIVE);

  public static PastedAddress of(String written) {
    String url = written;
    List<String> escapes = new ArrayList<>();
    if (ENCODED.matcher(url).matches()) {
      try {
        url = QueryString.percentDecoded(url);
        escapes.add("percent-encoded as a whole");
      } catch (IllegalArgumentException e) {
        return new PastedAddress(written, List.of());
      }
    }
    if (JSON.matcher(url).find()) {
      url = JSON.matcher(url).replaceAll(found -> found.group().length() > 1 ? "&" : "");
      escapes.add("written with backslashes, as in JSON");
    }
    if (HTML.matcher(url).find()) {
      while (HTML.matcher(url).find()) {
        url = HTML.matcher(url).replaceAll("&");
      }
      escapes.add("written with &amp; for &, as in HTML");
    }
    return new PastedAddress(url, List.copyOf(escapes));
  }

  public boolean escaped() {
    return !escapes.isEmpty();
  }

  /** Such as {@code percent-encoded as a whole and written with backslashes, as in JSON}. */
  public String how() {
    return String.join(" and ", escapes);
  }
}
