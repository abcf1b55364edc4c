package io.github.wxcard.cli;

import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.error.Failure;
import io.github.wxcard.repl.CompletionSource;
import io.github.wxcard.repl.CompletionSource.Completions;
import io.github.wxcard.repl.CompletionSource.Completions.Item;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import io.github.wxcard.repl.ResultVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may be typed next, read off the same model that parses the line. */
final class CommandCompletion implements CompletionSource {
  /** Kinds of values by the name of an option, or by what its help calls an argument. */
  private static final Map<String, Set<ValueKind>> KINDS =
      Map.ofEntries(
          Map.entry("CARD_ID", Set.of(ValueKind.CARD_ID)),
          Map.entry("CARD_ID…", Set.of(ValueKind.CARD_ID)),
          Map.entry("CODE", Set.of(ValueKind.CODE)),
          Map.entry("OPENID", Set.of(ValueKind.OPENID)),
          Map.entry("FILE", Set.of(ValueKind.FILE)),
          Map.entry("FILE|-", Set.of(ValueKind.FILE)),
          Map.entry("FILE|URL", Set.of(ValueKind.FILE, ValueKind.URL)),
          Map.entry("FILE.xml", Set.of(ValueKind.FILE)),
          Map.entry("TICKET|URL", Set.of(ValueKind.TICKET, ValueKind.URL)),
          Map.entry("--card-id", Set.of(ValueKind.CARD_ID)),
          Map.entry("--code", Set.of(ValueKind.CODE)),
          Map.entry("--openid", Set.of(ValueKind.OPENID)),
          Map.entry("--as", Set.of(ValueKind.OPENID)),
          Map.entry("USER", Set.of(ValueKind.OPENID)),
          Map.entry("--from-url", Set.of(ValueKind.URL)));

  private final Supplier<Profiles> profiles;
  private final Set<String> unfit;
  private final Optional<CompletionValues> account;
  private CommandLine program;

  /** For the REPL's line, which begins with a command that fits there. */
  CommandCompletion(Supplier<Profiles> profiles, CompletionValues account) {
    this(profiles, Set.of("repl", "completion"), Optional.of(account));
  }

  private CommandCompletion(
      Supplier<Profiles> profiles, Set<String> unfit, Optional<CompletionValues> account) {
    this.account = account;
    this.profiles = profiles;
    this.unfit = unfit;
  }

  /** For a shell's line, which may begin with any command. */
  static CommandCompletion ofShell(Supplier<Profiles> profiles) {
    return new CommandCompletion(profiles, Set.of(), Optional.empty());
  }

  @Override
  public Completions after(List<String> before, String beginning) {
    if (program == null) {
      program = CommandCatalogue.complete();
    }
    CompletionContext typed = CompletionContext.of(program.getCommandSpec(), before);
    if (typed.awaiting() != null) {
      return valuesOf(typed.awaiting(), typed.command());
    }
    if (beginning.startsWith("-")) {
      return new Completions(options(typed.command()), Set.of());
    }
    if (typed.command().name().equals("help")) {
      return new Completions(topics(), Set.of());
    }
    List<Item> below = commands(typed.command());
    if (!below.isEmpty()) {
      return new Completions(below, Set.of());
    }
    for (PositionalParamSpec parameter : typed.command().positionalParameters()) {
      if (parameter.index().contains(typed.parameters())) {
        return valuesOf(parameter, typed.command());
      }
    }
    return Completions.NOTHING;
  }

  @Override
  public List<String> values(ValueKind kind, ResultVariables seen) {
    return account.map(values -> values.of(kind, seen)).orElse(List.of());
  }

  private Completions valuesOf(ArgSpec argument, CommandSpec command) {
    List<Item> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      boolean isEnum = argument.type().isEnum();
      for (String word : argument.completionCandidates()) {
        words.add(new Item(isEnum ? word.toLowerCase(Locale.ROOT) : word, ""));
      }
    }
    String name = argument instanceof OptionSpec option ? option.longestName() : "";
    if (name.equals("--profile") || command.qualifiedName(" ").startsWith("wxcard profile")) {
      words.addAll(profileNames());
    }
    String label = argument.paramLabel();
    return new Completions(words, KINDS.getOrDefault(name, KINDS.getOrDefault(label, Set.of())));
  }

  private List<Item> profileNames() {
    try {
      return profiles.get().all().stream()
          .map(Profile::name)
          .map(name -> new Item(name, ""))
          .toList();
    } catch (Failure unreadable) {
      return List.of();
    }
  }

  private List<Item> topics() {
    List<Item> words = new ArrayList<>(commands(program.getCommandSpec()));
    HelpText.TOPICS.forEach(topic -> words.add(new Item(topic, "topic")));
    return words;
  }

  private List<Item> commands(CommandSpec group) {
    return group.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !unfit.contains(command.name()))
        .filter(command -> !command.usageMessage().hidden())
        .map(command -> new Item(command.name(), first(command.usageMessage().description())))
        .toList();
  }

  private static List<Item> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> new Item(option.longestName(), first(option.description())))
        .toList();
  }

  /** The first sentence of a description is all there is room for. */
  private static String first(String[] lines) {
    String all = String.join(" ", lines);
    int end = all.indexOf(". ");
    return (end < 0 ? all : all.substring(0, end)).replaceFirst("\\.$", "");
  }

  /**
   * What the finished words of a line have settled.
   *
   * @param parameters how many words were neither options nor commands
   * @param awaiting the option whose value comes next, or null
   */
  private record CompletionContext(CommandSpec command, int parameters, ArgSpec awaiting) {
    static CompletionContext of(CommandSpec root, List<String> words) {
      CompletionContext typed = new CompletionContext(root, 0, null);
      for (String word : words) {
        typed = typed.then(word);
      }
      return typed;
    }

    private CompletionContext then(String word) {
      if (awaiting != null) {
        return new CompletionContext(command, parameters, null);
      }
      if (word.startsWith("-") && word.length() > 1) {
        OptionSpec option = command.optionsMap().get(word);
        boolean takesValue = option != null && option.arity().max() > 0;
        return new CompletionContext(command, parameters, takesValue ? option : null);
      }
      Map<String, CommandLine> below = command.subcommands();
      return below.containsKey(word)
          ? new CompletionContext(below.get(word).getCommandSpec(), 0, null)
          : new CompletionContext(command, parameters + 1, null);
    }
  }
}
