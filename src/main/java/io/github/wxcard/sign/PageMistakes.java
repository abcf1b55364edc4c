package io.github.wxcard.sign;

import io.github.wxcard.text.PastedAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes wrong with the signature of a page. */
final class PageMistakes {
  static final String AS_SHOWN =
      "Sign the address exactly as the browser shows it, with its query and without # and the"
          + " rest.";
  private static final String NAMES =
      "The names are jsapi_ticket, noncestr, timestamp and url, all in small letters.";

  private PageMistakes() {}

  /**
   * @param url the page with its fragment, if it has one
   */
  static List<SignatureMistake> of(String url) {
    return CommonMistakes.ofPairs(
        page("fragment", "# and what follows it was signed too", address -> url),
        page("no-query", "the address was signed without its query", PageMistakes::noQuery),
        page("scheme", "the address was signed with the other scheme", PageMistakes::otherScheme),
        page("slash", "a slash was added to the address or dropped", PageMistakes::slash),
        PageUrlMistakes.ENCODED,
        PageUrlMistakes.DECODED,
        page("html-escaped", "& of the address was signed as &amp;", PageUrlMistakes::escaped),
        new SignatureMistake(
            "copied-escapes",
            "the address was signed as the browser shows it, and is given here with escapes",
            "Give the address as the browser shows it, with & for &amp;.",
            input -> Stream.of(input.change("url", address -> withoutEscapes(url)))),
        PageUrlMistakes.PARAMETER_MISSING,
        PageUrlMistakes.PORT,
        PageUrlMistakes.PIECE,
        renamed("noncestr", "nonceStr"),
        renamed("noncestr", "nonce_str"),
        renamed("noncestr", "nonce"),
        renamed("jsapi_ticket", "ticket"),
        renamed("jsapi_ticket", "jsapiTicket"),
        renamed("timestamp", "timeStamp"),
        new SignatureMistake(
            "pair-order",
            "the pairs stood in another order",
            "The order is jsapi_ticket, noncestr, timestamp, url.",
            PageMistakes::reordered),
        SignatureMistake.of(
            "no-ampersand",
            "the pairs were joined with nothing between them",
            "Join the pairs by &.",
            input -> input.joinedBy(Canonicalization.UNSEPARATED_PAIRS)),
        SignatureMistake.of(
            "empty-pairs",
            "an empty value was signed with its name",
            "Pass on a nonce and a timestamp; WeChat wants both.",
            SigningInput::withEmpty),
        SignatureMistake.leftOut("noncestr", "Sign the nonce too: WeChat does, and compares."),
        SignatureMistake.leftOut("timestamp", "Sign the timestamp too: WeChat does, and compares."),
        SignatureMistake.joined(
            "values-only",
            Canonicalization.SORTED_VALUES,
            "the bare values were sorted and signed, as for a card",
            "Sign name=value pairs joined by &. " + NAMES));
  }

  private static Stream<SigningInput> reordered(SigningInput input) {
    return orders(input.all()).map(input::withAll);
  }

  private static Stream<List<SignedValue>> orders(List<SignedValue> parts) {
    return parts.isEmpty()
        ? Stream.of(List.of())
        : IntStream.range(0, parts.size()).boxed().flatMap(first -> beginningWith(first, parts));
  }

  private static Stream<List<SignedValue>> beginningWith(int first, List<SignedValue> parts) {
    List<SignedValue> rest = new ArrayList<>(parts);
    SignedValue head = rest.remove(first);
    return orders(rest).map(tail -> Stream.concat(Stream.of(head), tail.stream()).toList());
  }

  private static SignatureMistake renamed(String right, String wrong) {
    return SignatureMistake.of(
        "named-" + wrong.replace('_', '-'),
        right + " was signed under the name " + wrong,
        NAMES,
        input -> input.rename(right, wrong));
  }

  private static SignatureMistake page(String name, String what, UnaryOperator<String> mistake) {
    return SignatureMistake.of(name, what, AS_SHOWN, input -> input.change("url", mistake));
  }

  private static String withoutEscapes(String url) {
    return PastedAddress.of(url).url().replaceFirst("#.*", "");
  }

  private static String noQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** A server behind a TLS proxy sees http where the browser shows https. */
  private static String otherScheme(String url) {
    return url.startsWith("https:")
        ? "http:" + url.substring("https:".length())
        : url.replaceFirst("^http:", "https:");
  }

  /** A browser adds the slash after a bare host; frameworks add and drop it after a path. */
  private static String slash(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String rest = url.substring(path.length());
    return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/") + rest;
  }
}
