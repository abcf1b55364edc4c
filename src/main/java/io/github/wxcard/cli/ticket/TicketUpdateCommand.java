package io.github.wxcard.cli.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something written onto one holder's ticket; writing it twice leaves the same. */
abstract class TicketUpdateCommand extends ApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code of the ticket that the user holds.")
  @BodyField(value = "code", bytes = 20)
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  @BodyField("card_id")
  String cardId;

  private final String path;

  TicketUpdateCommand(String path) {
    this.path = path;
  }

  /** Refuses what would not make sense together; nothing has been sent yet. */
  void check(ObjectNode body) {}

  @Override
  public final Document call(WeChat weChat) {
    ObjectNode body = RequestBody.of(this);
    check(body);
    weChat.post(path, body, Idempotency.IDEMPOTENT);
    return Document.line(Json.object().put("code", code), "code");
  }
}
