package io.github.wxcard.trust;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command that prints a secret because that is what it is for, on standard output only.
 *
 * @param lines the command lines
 * @param markers what they may print
 */
record Purpose(Pattern lines, List<String> markers) {
  private static final List<Purpose> ALL =
      List.of(
          // The access token is what is asked for.
          purpose("token( .*)?", Markers.TOKEN, Markers.RENEWED_TOKEN),
          // "signed" lists what was joined and hashed, to compare a page's own code with.
          purpose("sign (card|choose) .*(--json|--explain).*", Markers.TICKET),
          // The same with the ticket that came on standard input, whatever that was.
          purpose(
              "sign (card|choose) .*--ticket-stdin.*--json.*",
              Markers.SECRET,
              Markers.CALLBACK_TOKEN,
              Markers.AES_KEY));

  private static Purpose purpose(String lines, String... markers) {
    return new Purpose(Pattern.compile(lines), List.of(markers));
  }

  /** What a command line may print. */
  static Set<String> of(String line) {
    return ALL.stream()
        .filter(purpose -> purpose.lines.matcher(line).matches())
        .flatMap(purpose -> purpose.markers.stream())
        .collect(Collectors.toSet());
  }
}
