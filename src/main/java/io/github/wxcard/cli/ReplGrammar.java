package io.github.wxcard.cli;

import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.error.Failure;
import io.github.wxcard.repl.Expected;
import io.github.wxcard.repl.Grammar;
import io.github.wxcard.repl.Suggestion;
import io.github.wxcard.repl.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may be typed next, read off the same model that parses the line. */
final class ReplGrammar implements Grammar {
  /** Kinds of values by the name of an option, or by what its help calls an argument. */
  private static final Map<String, Set<Value>> KINDS =
      Map.ofEntries(
          Map.entry("CARD_ID", Set.of(Value.CARD_ID)),
          Map.entry("CARD_ID…", Set.of(Value.CARD_ID)),
          Map.entry("CODE", Set.of(Value.CODE)),
          Map.entry("OPENID", Set.of(Value.OPENID)),
          Map.entry("FILE", Set.of(Value.FILE)),
          Map.entry("FILE|-", Set.of(Value.FILE)),
          Map.entry("FILE|URL", Set.of(Value.FILE, Value.URL)),
          Map.entry("FILE.xml", Set.of(Value.FILE)),
          Map.entry("TICKET|URL", Set.of(Value.TICKET, Value.URL)),
          Map.entry("--card-id", Set.of(Value.CARD_ID)),
          Map.entry("--code", Set.of(Value.CODE)),
          Map.entry("--openid", Set.of(Value.OPENID)),
          Map.entry("--as", Set.of(Value.OPENID)),
          Map.entry("USER", Set.of(Value.OPENID)),
          Map.entry("--from-url", Set.of(Value.URL)));

  private final Supplier<Profiles> profiles;
  private final Set<String> unfit;
  private CommandLine program;

  ReplGrammar(Supplier<Profiles> profiles) {
    this(profiles, Set.of("repl", "completion"));
  }

  private ReplGrammar(Supplier<Profiles> profiles, Set<String> unfit) {
    this.profiles = profiles;
    this.unfit = unfit;
  }

  /** For a shell's line, which may begin with any command. */
  static ReplGrammar ofShell(Supplier<Profiles> profiles) {
    return new ReplGrammar(profiles, Set.of());
  }

  @Override
  public Expected after(List<String> before, String beginning) {
    if (program == null) {
      program = CommandCatalogue.complete();
    }
    TypedSoFar typed = TypedSoFar.of(program.getCommandSpec(), before);
    if (typed.awaiting() != null) {
      return valuesOf(typed.awaiting(), typed.command());
    }
    if (beginning.startsWith("-")) {
      return new Expected(options(typed.command()), Set.of());
    }
    if (typed.command().name().equals("help")) {
      return new Expected(topics(), Set.of());
    }
    List<Suggestion> below = commands(typed.command());
    if (!below.isEmpty()) {
      return new Expected(below, Set.of());
    }
    for (PositionalParamSpec parameter : typed.command().positionalParameters()) {
      if (parameter.index().contains(typed.parameters())) {
        return valuesOf(parameter, typed.command());
      }
    }
    return Expected.NOTHING;
  }

  private Expected valuesOf(ArgSpec argument, CommandSpec command) {
    List<Suggestion> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      boolean isEnum = argument.type().isEnum();
      for (String word : argument.completionCandidates()) {
        words.add(new Suggestion(isEnum ? word.toLowerCase(Locale.ROOT) : word, ""));
      }
    }
    String name = argument instanceof OptionSpec option ? option.longestName() : "";
    if (name.equals("--profile") || command.qualifiedName(" ").startsWith("wxcard profile")) {
      words.addAll(profileNames());
    }
    String label = argument.paramLabel();
    return new Expected(words, KINDS.getOrDefault(name, KINDS.getOrDefault(label, Set.of())));
  }

  private List<Suggestion> profileNames() {
    try {
      return profiles.get().all().stream()
          .map(Profile::name)
          .map(name -> new Suggestion(name, ""))
          .toList();
    } catch (Failure unreadable) {
      return List.of();
    }
  }

  private List<Suggestion> topics() {
    List<Suggestion> words = new ArrayList<>(commands(program.getCommandSpec()));
    HelpText.TOPICS.forEach(topic -> words.add(new Suggestion(topic, "topic")));
    return words;
  }

  private List<Suggestion> commands(CommandSpec group) {
    return group.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !unfit.contains(command.name()))
        .filter(command -> !command.usageMessage().hidden())
        .map(command -> new Suggestion(command.name(), first(command.usageMessage().description())))
        .toList();
  }

  private static List<Suggestion> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> new Suggestion(option.longestName(), first(option.description())))
        .toList();
  }

  /** The first sentence of a description is all there is room for. */
  private static String first(String[] lines) {
    String all = String.join(" ", lines);
    int end = all.indexOf(". ");
    return (end < 0 ? all : all.substring(0, end)).replaceFirst("\\.$", "");
  }
}
