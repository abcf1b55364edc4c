package io.github.wxcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.scenario.Word;
import io.github.wxcard.scenario.WordSplitter;
import java.util.List;
import java.util.Map;

/**
 * The examples that a command's help shows, made ready to run: the same few ids stand in all of
 * them, and a test says what they are in its sandbox.
 */
public final class HelpExamples {
  /** The card, the code and the person that every example speaks of. */
  public static final String CARD_ID = "pFS7Fjg8kV1IdDz01r4SQwMkuCKc";

  public static final String CODE = "759733467744";
  public static final String OPENID = "oFS7Fjl0WsZ9AMZqrI80nbIq8xrA";

  private HelpExamples() {}

  /** The example lines of a command such as {@code "card get"}, without the program's name. */
  public static List<String> of(Wxcard wx, String command) {
    Run help = wx.run((command + " --help").split(" "));
    List<String> lines =
        help.out()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("wxcard " + command))
            .map(line -> line.substring("wxcard ".length()))
            .toList();
    assertThat(lines).as("examples of " + command).isNotEmpty();
    return lines;
  }

  /** Runs every example of a command with the given words in place of the example's; in order. */
  public static List<Run> run(Wxcard wx, String command, Map<String, String> actual) {
    return of(wx, command).stream().map(line -> wx.run(words(replaced(line, actual)))).toList();
  }

  private static String[] words(String line) {
    return WordSplitter.split(line, name -> "$" + name).stream()
        .map(Word::text)
        .toArray(String[]::new);
  }

  private static String replaced(String line, Map<String, String> actual) {
    String result = line;
    for (Map.Entry<String, String> each : actual.entrySet()) {
      result = result.replace(each.getKey(), each.getValue());
    }
    return result;
  }
}
