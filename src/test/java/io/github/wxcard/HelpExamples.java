package io.github.wxcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The examples that a command's help shows, made ready to run: the same few ids stand in all of
 * them, and a test says what they are in its sandbox.
 */
public final class HelpExamples {
  /** The card, the code and the person that every example speaks of. */
  public static final String CARD_ID = "pFS7Fjg8kV1IdDz01r4SQwMkuCKc";

  public static final String CODE = "759733467744";
  public static final String OTHER_CODE = "759733467745";
  public static final String OPENID = "oFS7Fjl0WsZ9AMZqrI80nbIq8xrA";

  private HelpExamples() {}

  /** The example lines of a command such as {@code "card get"}, without the program's name. */
  public static List<String> of(Wxcard wx, String command) {
    return lines(wx, command).stream()
        .filter(line -> shows(line, command))
        .map(line -> line.substring(line.indexOf("wxcard " + command) + "wxcard ".length()))
        .map(line -> line.replaceAll(" [<>] \\S+", ""))
        .toList();
  }

  /**
   * Runs every example of a command with the given words in place of the example's, in order, and
   * the lines that lead to it; in the home folder, where nothing of the checkout is.
   */
  public static List<Run> run(Wxcard wx, String command, Map<String, String> actual) {
    Path before = wx.environment().workingFolder();
    ExampleShell shell = new ExampleShell(wx.in(wx.home()));
    List<Run> runs = new ArrayList<>();
    try {
      for (String line : lines(wx, command)) {
        Optional<Run> run = shell.run(replaced(line, actual));
        if (shows(line, command)) {
          runs.add(run.orElseThrow());
        } else {
          run.ifPresent(earlier -> earlier.exits(0));
        }
      }
    } finally {
      wx.in(before);
    }
    return runs;
  }

  private static boolean shows(String line, String command) {
    return line.contains("wxcard " + command);
  }

  private static List<String> lines(Wxcard wx, String command) {
    List<String> lines = ExampleShell.lines(wx.run((command + " --help").split(" ")).out());
    assertThat(lines).as("examples of " + command).anyMatch(line -> shows(line, command));
    return lines;
  }

  private static String replaced(String line, Map<String, String> actual) {
    String result = line;
    for (Map.Entry<String, String> each : actual.entrySet()) {
      result = result.replace(each.getKey(), each.getValue());
    }
    return result;
  }
}
