package io.github.wxcard.cli.tool;

import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.LineInput;
import io.github.wxcard.output.Printer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells whether a browser can use cards; offline. */
@Command(
    name = "agent",
    description =
        "Say which WeChat a User-Agent is, and whether pages in it can use cards; offline.",
    footer = {
      "",
      "Cards work in WeChat 6.0.2 and newer on a phone, in mini programs too. WeCom says that it"
          + " is",
      "WeChat and is not; the developer tools and WeChat on a desktop are told apart. Another"
          + " browser",
      "is an answer, not an error. Without USER-AGENT standard input is read, one a line, and",
      "answered a line each.",
      "",
      "--json prints user_agent, product, wechat, version, platform, mini_program and cards.",
      "",
      "Examples:",
      "  wxcard agent 'Mozilla/5.0 (Linux; Android 9) MicroMessenger/8.0.49'",
      "  wxcard agent 'Mozilla/5.0 (iPhone) MicroMessenger/6.0.1' --json"
    })
public final class AgentCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "USER-AGENT",
      description = "The header as the browser sent it; - reads standard input.")
  String userAgent;

  @Override
  public CommandResult run() {
    if (userAgent != null && !userAgent.equals("-")) {
      ArgumentChecks.notBlank("USER-AGENT", userAgent);
      return document(userAgent);
    }
    Printer printer = context.printer();
    LineInput lines = context.console().lines();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      // An empty line is answered, too, so that answers and lines stay side by side.
      printer.row(document(line.get().strip()));
    }
    printer.end();
    return CommandResult.printed();
  }

  private static Document document(String userAgent) {
    UserAgentReport report = UserAgentReport.of(userAgent);
    return Document.of(report.json(), report.line());
  }
}
