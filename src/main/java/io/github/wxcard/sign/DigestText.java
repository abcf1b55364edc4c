package io.github.wxcard.sign;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A digest as somebody wrote it.
 *
 * @param hex the same in plain lower-case hexadecimal
 * @param mistakes what had to be put right for that
 */
record DigestText(String hex, List<SignatureMistake> mistakes) {
  private static final Pattern SEPARATED =
      Pattern.compile("(?:[0-9a-fA-F]{2}[-: ])+[0-9a-fA-F]{2}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{22,86}={1,2}");

  /** Digests by their length in hexadecimal. */
  private static final Map<Integer, String> LENGTHS =
      Map.of(32, "an MD5", 64, "a SHA-256", 96, "a SHA-384", 128, "a SHA-512");

  private static final String PLAIN =
      "Pass the digest on in lower-case hexadecimal, 40 characters and nothing else.";

  static DigestText of(String written) {
    List<SignatureMistake> mistakes = new ArrayList<>();
    String hex = written.strip();
    if (!hex.equals(written)) {
      mistakes.add(writing("digest-blanks", "it was written with blanks around it"));
    }
    if (SEPARATED.matcher(hex).matches()) {
      mistakes.add(writing("digest-separated", "it was written in pairs with - between"));
      hex = hex.replaceAll("[-: ]", "");
    } else if (BASE64.matcher(hex).matches()) {
      mistakes.add(writing("base64", "it was written in base64"));
      hex = HexFormat.of().formatHex(Base64.getDecoder().decode(hex));
    }
    if (!hex.equals(hex.toLowerCase(Locale.ROOT))) {
      mistakes.add(writing("upper-case", "it was written in capitals"));
      hex = hex.toLowerCase(Locale.ROOT);
    }
    return new DigestText(hex, List.copyOf(mistakes));
  }

  /** A sentence about a digest that SHA-1 cannot have made. */
  Optional<String> wrongLength() {
    if (hex.length() == 40) {
      return Optional.empty();
    }
    String such =
        Optional.ofNullable(LENGTHS.get(hex.length()))
            .map(name -> ", as " + name + " digest has")
            .orElse("");
    return Optional.of(
        String.format(Locale.ROOT, "It has %d characters%s; SHA-1 makes 40.", hex.length(), such));
  }

  private static SignatureMistake writing(String name, String what) {
    return SignatureMistake.of(name, what, PLAIN, input -> input);
  }
}
