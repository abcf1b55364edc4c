package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.CommandModel;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.SimilarNames;
import io.github.wxcard.cli.base.Subcommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every command there is, in the order of the help; only what a line names is built whole. */
public final class CommandCatalogue {
  /** Names and classes: as text, since a start loads those alone that its line names. */
  private static final Map<String, String> CLASSES =
      table(
          """
          hello          scenario.HelloCommand
          token          steps.TokenCommand
          upload-logo    steps.UploadLogoCommand
          create         steps.CreateCommand
          qrcode         steps.QrcodeCommand
          whitelist      steps.WhitelistCommand
          consume        steps.ConsumeCommand
          sign           sign.SignCommand
          card           card.CardCommand
          code           code.CodeCommand
          user           user.UserCommand
          member         member.MemberCommand
          ticket         ticket.TicketCommand
          page           share.PageCommand
          message        share.MessageCommand
          article-html   share.ArticleHtmlCommand
          stats          stats.StatsCommand
          submerchant    merchant.SubmerchantCommand
          quota          platform.QuotaCommand
          callback-check platform.CallbackCheckCommand
          api            tool.RawApiCommand
          new            definition.NewCommand
          lint           definition.LintCommand
          explain        tool.ExplainCommand
          agent          tool.AgentCommand
          link           tool.LinkCommand
          event          event.EventCommand
          run            scenario.RunCommand
          sandbox        sandbox.SandboxCommand
          login          account.LoginCommand
          profile        account.ProfileCommand
          config         account.ConfigCommand
          doctor         account.DoctorCommand
          repl           ReplCommand
          completion     CompletionCommand
          help           HelpCommand
          """);

  private CommandCatalogue() {}

  private static Map<String, String> table(String text) {
    Map<String, String> classes = new LinkedHashMap<>();
    for (String row : text.lines().toList()) {
      int end = row.indexOf(' ');
      classes.put(row.substring(0, end), row.substring(end).strip());
    }
    return classes;
  }

  /**
   * What these words say. The commands beside those that the words name are there only for words
   * that cannot be understood without, as making them takes longer than understanding the rest.
   */
  static ParseResult parse(List<String> words) {
    String[] arguments = words.toArray(String[]::new);
    try {
      ParseResult parsed = forWords(words, false).parseArgs(arguments);
      if (parsed.asCommandLineList().stream()
          .anyMatch(line -> line.getCommand() instanceof Subcommand)) {
        return parsed;
      }
    } catch (ParameterException unclear) {
      // What is said of it may name the others.
    }
    return forWords(words).parseArgs(arguments);
  }

  /**
   * The program as far as these words go into it; of all else only names and descriptions. It is
   * good for one line: the next one would find what this one said.
   */
  static CommandLine forWords(List<String> words) {
    return forWords(words, true);
  }

  private static CommandLine forWords(List<String> words, boolean siblings) {
    boolean begins = !words.isEmpty() && CLASSES.containsKey(words.get(0));
    List<String> named =
        begins ? List.of(words.get(0)) : CLASSES.keySet().stream().filter(words::contains).toList();
    GlobalOptions program = new GlobalOptions();
    CommandLine root = lineOf(program);
    if (named.isEmpty()) {
      summaries(program, CommandCatalogue::classes).forEach(root::addSubcommand);
    }
    named.forEach(name -> add(root, create(classOf(name)), words::contains, siblings));
    return configured(root);
  }

  /** The program with every command whole. */
  public static CommandLine complete() {
    CommandLine root = lineOf(new GlobalOptions());
    classes().forEach(type -> add(root, create(type), word -> true, true));
    return configured(root);
  }

  /**
   * Adds a command, and of those below it the named ones whole; all of them when none is named.
   *
   * @param siblings whether the others are there at all
   */
  private static void add(
      CommandLine parent, Object command, Predicate<String> isNamed, boolean siblings) {
    CommandLine line = lineOf(command);
    parent.addSubcommand(line.getCommandName(), line);
    if (command instanceof CommandGroup group) {
      List<CommandSpec> summaries = summaries(group, group::verbs);
      boolean any = summaries.stream().map(CommandSpec::name).anyMatch(isNamed);
      for (int i = 0; i < summaries.size(); i++) {
        CommandSpec summary = summaries.get(i);
        if (!any || isNamed.test(summary.name())) {
          add(line, create(group.verbs().get(i)), isNamed, siblings);
        } else if (siblings) {
          line.addSubcommand(summary);
        }
      }
    }
  }

  /**
   * What a list of the commands below this one shows.
   *
   * @param below their classes, for when the build has not written it down
   */
  private static List<CommandSpec> summaries(Object command, Supplier<List<Class<?>>> below) {
    return CommandModel.find(command.getClass())
        .map(CommandModel::summaries)
        .orElseGet(() -> below.get().stream().map(CommandCatalogue::summary).toList());
  }

  private static CommandSpec summary(Class<?> command) {
    Command annotation = command.getAnnotation(Command.class);
    return CommandModel.summary(annotation.name(), annotation.hidden(), annotation.description());
  }

  private static List<Class<?>> classes() {
    return CLASSES.keySet().stream().<Class<?>>map(CommandCatalogue::classOf).toList();
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(CommandCatalogue.class.getPackageName() + "." + CLASSES.get(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no class for the command " + name, e);
    }
  }

  private static CommandLine lineOf(Object command) {
    Optional<CommandModel> model = CommandModel.find(command.getClass());
    return model.isPresent() ? new CommandLine(model.get().of(command)) : new CommandLine(command);
  }

  private static Object create(Class<?> command) {
    return CommandModel.find(command).map(CommandModel::create).orElseGet(() -> reflected(command));
  }

  private static Object reflected(Class<?> command) {
    try {
      return CommandLine.defaultFactory().create(command);
    } catch (Exception e) {
      throw new IllegalStateException("cannot make " + command, e);
    }
  }

  private static CommandLine configured(CommandLine root) {
    root.setAllowOptionsAsOptionParameters(true);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setExpandAtFiles(false);
    return root;
  }

  /** The names a wrong word may have meant. */
  static List<String> similarTo(String word) {
    return SimilarNames.to(word, CLASSES.keySet());
  }
}
