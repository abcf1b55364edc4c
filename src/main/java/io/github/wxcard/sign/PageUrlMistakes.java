package io.github.wxcard.sign;

import io.github.wxcard.text.QueryString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of a page's address on its way from the browser to the one who signs it. */
final class PageUrlMistakes {
  static final SignatureMistake ENCODED =
      page(
          "encoded",
          "the address was percent-encoded",
          url -> Stream.of(encoded(url), lowerHex(encoded(url)), asUri(url), lowerHex(asUri(url))));

  static final SignatureMistake DECODED =
      page("decoded", "the address was percent-decoded", url -> Stream.of(decoded(url)));

  static final SignatureMistake PARAMETER_MISSING =
      page(
          "parameter-missing",
          "a parameter of the address's query was not signed",
          PageUrlMistakes::withoutOne);

  static final SignatureMistake PORT =
      page("port", "the address was signed with another port", PageUrlMistakes::otherPort);

  static final SignatureMistake PIECE =
      page(
          "piece",
          "only a piece of the address was signed",
          url -> pieces(url).filter(piece -> !piece.isEmpty()));

  private static final Pattern ADDRESS =
      Pattern.compile("(https?)://([^/?#:]+)(?::(\\d+))?(.*)", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
  private static final Pattern NOT_IN_A_URI = Pattern.compile("[^A-Za-z0-9;,/?:@&=+$._!~*'()#%-]+");

  private PageUrlMistakes() {}

  static String escaped(String url) {
    return url.replace("&", "&amp;");
  }

  private static SignatureMistake page(
      String name, String what, Function<String, Stream<String>> mistakes) {
    return new SignatureMistake(
        name,
        what,
        PageMistakes.AS_SHOWN,
        input ->
            input.all().stream()
                .filter(part -> part.name().equals("url"))
                .flatMap(part -> mistakes.apply(part.value()))
                .map(other -> input.change("url", url -> other)));
  }

  private static String encoded(String url) {
    return URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  /** What browsers escape by themselves: blanks and Chinese, but no / ? &. */
  private static String asUri(String url) {
    return NOT_IN_A_URI.matcher(url).replaceAll(found -> QueryString.encoded(found.group()));
  }

  private static String lowerHex(String url) {
    return ESCAPE.matcher(url).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
  }

  private static String decoded(String url) {
    try {
      return QueryString.percentDecoded(url);
    } catch (IllegalArgumentException e) {
      return url;
    }
  }

  /** Sharing adds parameters, which a server that signs a fixed address does not know of. */
  private static Stream<String> withoutOne(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return Stream.empty();
    }
    List<String> pairs = List.of(url.substring(query + 1).split("&", -1));
    Stream<List<String>> singles =
        IntStream.range(0, pairs.size())
            .mapToObj(
                gone -> {
                  List<String> rest = new ArrayList<>(pairs);
                  rest.remove(gone);
                  return rest;
                });
    Stream<List<String>> beginnings =
        IntStream.range(1, pairs.size()).mapToObj(end -> pairs.subList(0, end));
    return Stream.concat(singles, beginnings)
        .filter(rest -> !rest.isEmpty())
        .map(rest -> url.substring(0, query + 1) + String.join("&", rest));
  }

  /** A server behind a proxy adds its own port, or one that browsers do not show. */
  private static Stream<String> otherPort(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return Stream.empty();
    }
    String start = address.group(1) + "://" + address.group(2);
    return Stream.of("", ":80", ":443", ":8080", ":8443", ":3000", ":5000", ":8000")
        .map(port -> start + port + address.group(4))
        .filter(other -> !other.equals(url));
  }

  private static Stream<String> pieces(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return Stream.empty();
    }
    String host = address.group(2) + (address.group(3) == null ? "" : ":" + address.group(3));
    String rest = address.group(4);
    String path = rest.split("\\?", 2)[0];
    String origin = address.group(1) + "://" + host;
    return Stream.of(
        rest, path, host + rest, host + path, "//" + host + rest, host, origin, origin + "/");
  }
}
