package io.github.wxcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.scenario.WordSplitter;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** As much of a shell as examples need: pipes, files, and words before the program's own. */
public final class ExampleShell {
  private static final String PROGRAM = "wxcard";

  private final Wxcard wx;
  private final UnaryOperator<String> names;

  public ExampleShell(Wxcard wx) {
    this(wx, name -> "$" + name);
  }

  /**
   * A shell with values for names.
   *
   * @param names what {@code $name} stands for
   */
  public ExampleShell(Wxcard wx, UnaryOperator<String> names) {
    this.wx = wx;
    this.names = names;
  }

  /** The command lines of a help, those before the example too, each whole again. */
  public static List<String> lines(String help) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : help.substring(help.lastIndexOf("\nExample")).lines().skip(2).toList()) {
      if (open.isEmpty() && !line.startsWith("  ")) {
        continue;
      }
      open.append(open.isEmpty() ? line.strip() : line);
      boolean goesOn = line.endsWith("\\") || quotes(open) % 2 == 1;
      if (goesOn) {
        open.append(line.endsWith("\\") ? "" : "\n");
      } else {
        lines.add(open.toString().replaceAll("\\\\\\s+", ""));
        open.setLength(0);
      }
    }
    assertThat(open).as("an example's end").isEmpty();
    return lines;
  }

  /** Runs a line; what its last program did, empty when that was none of ours. */
  public Optional<Run> run(String line) {
    Optional<Run> last = Optional.empty();
    byte[] input = null;
    for (List<String> stage : stages(line)) {
      input = redirected(stage, "<").map(this::read).orElse(input);
      Optional<String> target = redirected(stage, ">");
      Optional<String> longer = redirected(stage, ">>");
      String program = stage.remove(0);
      String[] words = stage.toArray(String[]::new);
      last = Optional.empty();
      String out;
      if (program.equals(PROGRAM)) {
        Run run = input == null ? wx.run(words) : wx.fed(input, words);
        last = Optional.of(run);
        out = run.out();
      } else {
        out = printed(program, words);
      }
      input = out.getBytes(StandardCharsets.UTF_8);
      byte[] content = input;
      target.ifPresent(name -> write(name, content, StandardOpenOption.TRUNCATE_EXISTING));
      longer.ifPresent(name -> write(name, content, StandardOpenOption.APPEND));
    }
    return last;
  }

  private String printed(String program, String... words) {
    return switch (program) {
      case "echo" -> String.join(" ", words) + "\n";
      case "printf" -> String.join("\n", words).substring(words[0].length() + 1) + "\n";
      case "printenv" -> wx.environment().variable(words[0]).orElse("") + "\n";
      default -> throw new AssertionError("an example needs " + program);
    };
  }

  private List<List<String>> stages(String line) {
    List<List<String>> stages = new ArrayList<>();
    List<String> stage = new ArrayList<>();
    for (Word word : WordSplitter.split(line, names)) {
      if (word.text().equals("|")) {
        stages.add(stage);
        stage = new ArrayList<>();
      } else {
        stage.add(word.text());
      }
    }
    stages.add(stage);
    return stages;
  }

  /** Takes a redirection out of the words. */
  private static Optional<String> redirected(List<String> words, String sign) {
    int at = words.indexOf(sign);
    if (at < 0) {
      return Optional.empty();
    }
    words.remove(at);
    return Optional.of(words.remove(at));
  }

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("an example reads a file that there is not", e);
    }
  }

  private void write(String name, byte[] content, OpenOption how) {
    try {
      Files.write(file(name), content, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return wx.environment().workingFolder().resolve(name);
  }

  private static long quotes(CharSequence text) {
    return text.chars().filter(each -> each == '\'').count();
  }
}
