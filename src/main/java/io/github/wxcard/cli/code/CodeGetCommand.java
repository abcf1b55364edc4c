package io.github.wxcard.cli.code;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks a code up. */
@Command(
    name = "get",
    description = "Look up who holds a code and whether it can be redeemed.",
    footer = {
      "",
      "Prints one line: card_id, openid, user_card_status, can_consume, begin and end of the",
      "period; - stands for what the answer does not tell, never for the end of what has none.",
      "",
      "A code that cannot be redeemed is refused (exit 5), as `wxcard consume` would refuse it;",
      "with --any-status its state is shown instead.",
      "",
      "Examples:",
      "  wxcard code get 759733467744",
      "  wxcard code get 759733467744 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --any-status --json"
    })
final class CodeGetCommand extends ApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code the customer shows.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  String cardId;

  @Option(
      names = "--any-status",
      description = "Show codes that cannot be redeemed too (check_consume: false).")
  boolean anyStatus;

  @Override
  public CodeFacts call(WeChat weChat) {
    ArgumentChecks.notBlank("CODE", code);
    ArgumentChecks.notBlankIfGiven("--card-id", cardId);
    return new CodeFacts(weChat.codes().get(code, cardId, !anyStatus));
  }
}
