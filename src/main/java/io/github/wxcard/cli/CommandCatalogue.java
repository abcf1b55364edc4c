package io.github.wxcard.cli;

import io.github.wxcard.cli.account.ConfigCommand;
import io.github.wxcard.cli.account.DoctorCommand;
import io.github.wxcard.cli.account.LoginCommand;
import io.github.wxcard.cli.account.ProfileCommand;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.CommandModel;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.SimilarNames;
import io.github.wxcard.cli.card.CardCommand;
import io.github.wxcard.cli.code.CodeCommand;
import io.github.wxcard.cli.definition.LintCommand;
import io.github.wxcard.cli.definition.NewCommand;
import io.github.wxcard.cli.event.EventCommand;
import io.github.wxcard.cli.member.MemberCommand;
import io.github.wxcard.cli.merchant.SubmerchantCommand;
import io.github.wxcard.cli.platform.CallbackCheckCommand;
import io.github.wxcard.cli.platform.QuotaCommand;
import io.github.wxcard.cli.sandbox.SandboxCommand;
import io.github.wxcard.cli.scenario.HelloCommand;
import io.github.wxcard.cli.scenario.RunCommand;
import io.github.wxcard.cli.share.ArticleHtmlCommand;
import io.github.wxcard.cli.share.MessageCommand;
import io.github.wxcard.cli.share.PageCommand;
import io.github.wxcard.cli.sign.SignCommand;
import io.github.wxcard.cli.stats.StatsCommand;
import io.github.wxcard.cli.steps.ConsumeCommand;
import io.github.wxcard.cli.steps.CreateCommand;
import io.github.wxcard.cli.steps.QrcodeCommand;
import io.github.wxcard.cli.steps.TokenCommand;
import io.github.wxcard.cli.steps.UploadLogoCommand;
import io.github.wxcard.cli.steps.WhitelistCommand;
import io.github.wxcard.cli.ticket.TicketCommand;
import io.github.wxcard.cli.tool.AgentCommand;
import io.github.wxcard.cli.tool.ExplainCommand;
import io.github.wxcard.cli.tool.LinkCommand;
import io.github.wxcard.cli.tool.RawApiCommand;
import io.github.wxcard.cli.user.UserCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every command there is, in the order of the help; only what a line names is built whole. */
public final class CommandCatalogue {
  private static final List<String> NAMES =
      List.of(
          "hello",
          "token",
          "upload-logo",
          "create",
          "qrcode",
          "whitelist",
          "consume",
          "sign",
          "card",
          "code",
          "user",
          "member",
          "ticket",
          "page",
          "message",
          "article-html",
          "stats",
          "submerchant",
          "quota",
          "callback-check",
          "api",
          "new",
          "lint",
          "explain",
          "agent",
          "link",
          "event",
          "run",
          "sandbox",
          "login",
          "profile",
          "config",
          "doctor",
          "repl",
          "completion",
          "help");

  private CommandCatalogue() {}

  /**
   * The program as far as these words go into it; of all else only names and descriptions. It is
   * good for one line: the next one would find what this one said.
   */
  static CommandLine forWords(List<String> words) {
    boolean begins = !words.isEmpty() && NAMES.contains(words.get(0));
    List<String> named =
        begins ? List.of(words.get(0)) : NAMES.stream().filter(words::contains).toList();
    GlobalOptions program = new GlobalOptions();
    CommandLine root = lineOf(program);
    if (named.isEmpty()) {
      CommandSummary.below(program, CommandCatalogue::classes).forEach(root::addSubcommand);
    }
    named.forEach(name -> add(root, create(name), words::contains));
    return configured(root);
  }

  /** The program with every command whole. */
  public static CommandLine complete() {
    CommandLine root = lineOf(new GlobalOptions());
    NAMES.forEach(name -> add(root, create(name), word -> true));
    return configured(root);
  }

  /** Adds a command, and of those below it the named ones whole; all of them when none is named. */
  private static void add(CommandLine parent, Object command, Predicate<String> isNamed) {
    CommandLine line = lineOf(command);
    parent.addSubcommand(line.getCommandName(), line);
    if (command instanceof CommandGroup noun) {
      List<CommandSpec> outlines = CommandSummary.below(noun, noun::verbs);
      boolean any = outlines.stream().map(CommandSpec::name).anyMatch(isNamed);
      for (int i = 0; i < outlines.size(); i++) {
        CommandSpec outline = outlines.get(i);
        if (any && !isNamed.test(outline.name())) {
          line.addSubcommand(outline);
        } else {
          add(line, made(noun.verbs().get(i)), isNamed);
        }
      }
    }
  }

  private static List<Class<?>> classes() {
    return NAMES.stream().<Class<?>>map(name -> create(name).getClass()).toList();
  }

  private static CommandLine lineOf(Object command) {
    Optional<CommandModel> model = CommandModel.find(command.getClass());
    return model.isPresent() ? new CommandLine(model.get().of(command)) : new CommandLine(command);
  }

  private static Object made(Class<?> verb) {
    return CommandModel.find(verb).map(CommandModel::create).orElseGet(() -> reflected(verb));
  }

  private static Object reflected(Class<?> verb) {
    try {
      return CommandLine.defaultFactory().create(verb);
    } catch (Exception e) {
      throw new IllegalStateException("cannot make " + verb, e);
    }
  }

  private static CommandLine configured(CommandLine root) {
    root.setAllowOptionsAsOptionParameters(true);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setExpandAtFiles(false);
    return root;
  }

  private static Object create(String name) {
    return switch (name) {
      case "hello" -> new HelloCommand();
      case "token" -> new TokenCommand();
      case "upload-logo" -> new UploadLogoCommand();
      case "create" -> new CreateCommand();
      case "qrcode" -> new QrcodeCommand();
      case "whitelist" -> new WhitelistCommand();
      case "consume" -> new ConsumeCommand();
      case "sign" -> new SignCommand();
      case "card" -> new CardCommand();
      case "code" -> new CodeCommand();
      case "user" -> new UserCommand();
      case "member" -> new MemberCommand();
      case "ticket" -> new TicketCommand();
      case "page" -> new PageCommand();
      case "message" -> new MessageCommand();
      case "article-html" -> new ArticleHtmlCommand();
      case "stats" -> new StatsCommand();
      case "submerchant" -> new SubmerchantCommand();
      case "quota" -> new QuotaCommand();
      case "callback-check" -> new CallbackCheckCommand();
      case "api" -> new RawApiCommand();
      case "new" -> new NewCommand();
      case "lint" -> new LintCommand();
      case "explain" -> new ExplainCommand();
      case "agent" -> new AgentCommand();
      case "link" -> new LinkCommand();
      case "event" -> new EventCommand();
      case "run" -> new RunCommand();
      case "sandbox" -> new SandboxCommand();
      case "login" -> new LoginCommand();
      case "profile" -> new ProfileCommand();
      case "config" -> new ConfigCommand();
      case "doctor" -> new DoctorCommand();
      case "repl" -> new ReplCommand();
      case "completion" -> new CompletionCommand();
      case "help" -> new HelpCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The names a wrong word may have meant. */
  static List<String> similarTo(String word) {
    return SimilarNames.to(word, NAMES);
  }
}
