package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.ProgramContext;
import io.github.wxcard.cli.base.Timeouts;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.repl.CompletionSource.Completions;
import io.github.wxcard.repl.CompletionSource.Completions.Item;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import io.github.wxcard.repl.ResultVariables;
import io.github.wxcard.text.PrintableText;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out, in silence and in about a second, how a line may go on. */
final class ShellCompletion implements AutoCloseable {
  /** Stands for the names of files, which a shell completes better. */
  static final String FILES = ":files";

  private final ProgramContext program;

  ShellCompletion(CommandContext context) {
    Console silent =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            TerminalInfo.piped());
    program = new ProgramContext(context.environment(), silent);
  }

  /**
   * The candidates, each with a tab and a description where it has one.
   *
   * @param words behind the program's name; the last one is being typed
   */
  List<String> of(List<String> words) {
    List<String> before = new ArrayList<>(words.subList(0, words.size() - 1));
    String beginning = words.get(words.size() - 1);
    String kept = "";
    int equals = beginning.startsWith("--") ? beginning.indexOf('=') : -1;
    if (equals > 0) {
      kept = beginning.substring(0, equals + 1);
      before.add(beginning.substring(0, equals));
      beginning = beginning.substring(equals + 1);
    }
    CommandContext context = contextOf(before);
    Completions completions =
        CommandCompletion.ofShell(() -> context.settings().profiles()).after(before, beginning);
    List<String> lines = new ArrayList<>();
    for (Item word : completions.words()) {
      add(lines, kept, beginning, word);
    }
    for (ValueKind kind : completions.values()) {
      if (kind == ValueKind.FILE) {
        lines.add(FILES);
      } else {
        for (String value : values(context, kind)) {
          add(lines, kept, beginning, new Item(value, ""));
        }
      }
    }
    return lines;
  }

  private static void add(List<String> lines, String kept, String beginning, Item word) {
    if (word.value().startsWith(beginning)) {
      String description = PrintableText.line(word.description());
      String tail = description.isEmpty() ? "" : "\t" + description;
      lines.add(kept + PrintableText.line(word.value()) + tail);
    }
  }

  /** What was offered a moment ago, else what the account says now. */
  private List<String> values(CommandContext context, ValueKind kind) {
    try {
      ResolvedAccount target = context.settings().target();
      Optional<Path> database = program.sandboxDatabase().file();
      if (target.builtIn() && database.filter(Files::exists).isEmpty()) {
        return List.of(); // Nobody wants a sandbox for having pressed a key.
      }
      String place = target.builtIn() ? database.orElseThrow().toString() : "";
      CompletionCache cache = new CompletionCache(program.environment());
      String question = kind + " " + target.cacheKey() + " " + place;
      return cache.get(question).orElseGet(() -> keep(cache, question, () -> ask(context, kind)));
    } catch (Failure unusable) {
      return List.of();
    }
  }

  private static List<String> keep(
      CompletionCache cache, String question, Supplier<List<String>> asked) {
    List<String> answer = asked.get();
    cache.put(question, answer);
    return answer;
  }

  private static List<String> ask(CommandContext context, ValueKind kind) {
    CompletionValues account = new CompletionValues(() -> context);
    return switch (kind) {
      case OPENID -> account.people();
      case CODE -> account.of(kind, account.cardHolders());
      default -> account.of(kind, new ResultVariables());
    };
  }

  /** The account that the line names; what it cannot parse yet it leaves to the defaults. */
  private CommandContext contextOf(List<String> before) {
    GlobalOptions options = new GlobalOptions();
    for (int i = 0; i < before.size(); i++) {
      String word = before.get(i);
      String next = i + 1 < before.size() ? before.get(i + 1) : null;
      options.sandbox |= word.equals("--sandbox");
      options.profile = value("--profile", word, next, options.profile);
      options.config = value("--config", word, next, options.config);
    }
    return new CommandContext(
        program, program.console(), options, Timeouts.PER_REQUEST, NestedCommandRunner::new, true);
  }

  private static String value(String option, String word, String next, String otherwise) {
    if (word.equals(option) && next != null) {
      return next;
    }
    return word.startsWith(option + "=") ? word.substring(option.length() + 1) : otherwise;
  }

  @Override
  public void close() {
    program.close();
  }
}
