package io.github.wxcard.cli;

import io.github.wxcard.cli.account.DoctorCommand;
import io.github.wxcard.cli.account.LoginCommand;
import io.github.wxcard.cli.account.ProfileCommand;
import io.github.wxcard.cli.base.Globals;
import io.github.wxcard.cli.base.Similar;
import io.github.wxcard.cli.code.CodeCommand;
import io.github.wxcard.cli.sandbox.SandboxCommand;
import io.github.wxcard.cli.sign.SignCommand;
import io.github.wxcard.cli.steps.ConsumeCommand;
import io.github.wxcard.cli.steps.CreateCommand;
import io.github.wxcard.cli.steps.HelloCommand;
import io.github.wxcard.cli.steps.QrcodeCommand;
import io.github.wxcard.cli.steps.TokenCommand;
import io.github.wxcard.cli.steps.UploadLogoCommand;
import io.github.wxcard.cli.steps.WhitelistCommand;
import java.util.List;
import picocli.CommandLine;

/** Every command there is, in the order of the help. Only the ones a line names are built. */
final class CommandCatalogue {
  private static final List<String> NAMES =
      List.of(
          "hello",
          "token",
          "upload-logo",
          "create",
          "qrcode",
          "whitelist",
          "consume",
          "code",
          "sign",
          "login",
          "profile",
          "doctor",
          "repl",
          "sandbox",
          "help");

  private CommandCatalogue() {}

  /** The program with the commands these words may mean; with all of them when none is named. */
  static CommandLine forWords(List<String> words) {
    List<String> named = NAMES.stream().filter(words::contains).toList();
    return withCommands(named.isEmpty() || named.contains("help") ? NAMES : named);
  }

  /** The program with every command: for completion and for help. */
  static CommandLine complete() {
    return withCommands(NAMES);
  }

  private static CommandLine withCommands(List<String> names) {
    CommandLine root = new CommandLine(new Globals());
    names.forEach(name -> root.addSubcommand(name, create(name)));
    root.setUsageHelpLongOptionsMaxWidth(28);
    root.setUsageHelpWidth(100);
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
      case "code" -> new CodeCommand();
      case "sign" -> new SignCommand();
      case "login" -> new LoginCommand();
      case "profile" -> new ProfileCommand();
      case "doctor" -> new DoctorCommand();
      case "repl" -> new ReplCommand();
      case "sandbox" -> new SandboxCommand();
      case "help" -> new HelpCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The names a wrong word may have meant. */
  static List<String> similarTo(String word) {
    return Similar.to(word, NAMES);
  }
}
