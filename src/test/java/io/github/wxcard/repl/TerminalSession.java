package io.github.wxcard.repl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.OutputFormat;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.repl.CompletionSource.Completions;
import io.github.wxcard.repl.CompletionSource.Completions.Item;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import io.github.wxcard.repl.Repl.ReplContext;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.CommandRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** A person at a terminal: keys in, screen and commands out. */
final class TerminalSession {
  static final String CTRL_P = "\u0010";
  static final String TAB = "\t";
  static final String ENTER = "\r";
  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";

  final List<List<String>> commands = new ArrayList<>();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;
  private Terminal terminal;
  private CommandRunner runner =
      (words, input) -> {
        ObjectNode result = Json.object().put("card_id", "p" + commands.size());
        return CommandOutcome.found(result, Optional.empty());
      };

  TerminalSession(Path folder) {
    this.folder = folder;
  }

  TerminalSession running(CommandRunner other) {
    runner = other;
    return this;
  }

  Path history() {
    return folder.resolve("history");
  }

  String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Types the keys, then leaves; what was run is in {@link #commands}. */
  TerminalSession type(String... keys) throws IOException {
    String all = String.join("", keys) + CTRL_D;
    InputStream in = new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    TerminalInfo info = new TerminalInfo(true, true, true, () -> 80, ColorChoice.NEVER);
    Console console = new Console(in, screen, err, info);
    Printer printer = new Printer(console, OutputFormat.TEXT);
    ReplContext context =
        new ReplContext(
            () -> "sandbox> ", history(), line -> line.contains("sesame"), folder, "dumb");
    Repl repl = new Repl(console, printer, new Completion(), context);
    try (Terminal opened = new DumbTerminal("test", "xterm", in, screen, StandardCharsets.UTF_8)) {
      terminal = opened;
      Attributes attributes = opened.getAttributes();
      attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
      attributes.setControlChar(Attributes.ControlChar.VINTR, CTRL_C.charAt(0));
      opened.setAttributes(attributes);
      repl.converse(this::run, opened);
    }
    return this;
  }

  /** What the terminal does on Ctrl-C while a command runs. */
  void interrupt() {
    terminal.raise(Terminal.Signal.INT);
  }

  private CommandOutcome run(List<String> words, String input) {
    commands.add(words);
    return runner.run(words, input);
  }

  private static final class Completion implements CompletionSource {
    @Override
    public Completions after(List<String> before, String beginning) {
      if (before.isEmpty()) {
        return new Completions(
            List.of(new Item("create", "Make a card"), new Item("consume", "Redeem")), Set.of());
      }
      return new Completions(
          List.of(), Set.of(before.get(0).equals("create") ? ValueKind.FILE : ValueKind.CARD_ID));
    }

    @Override
    public List<String> values(ValueKind kind, ResultVariables seen) {
      return kind == ValueKind.CARD_ID ? List.of("live-card") : List.of();
    }
  }
}
