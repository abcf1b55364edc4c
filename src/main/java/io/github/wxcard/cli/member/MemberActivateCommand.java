package io.github.wxcard.cli.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.InstantConverter;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the holder of a member card a member. */
@Command(
    name = "activate",
    description = "Activate a held member card; prints the code and the membership number.",
    footer = {
      "",
      "A TIME is Unix seconds, or a date and time with its offset: 2027-05-01T00:00+08:00.",
      "",
      "Example:",
      "  wxcard member activate 759733467744 --number 10001 --bonus 100 --field1 金卡"
    })
final class MemberActivateCommand extends ApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code of the card that the user holds.")
  @BodyField(value = "code", bytes = 20)
  String code;

  @Option(
      names = "--number",
      required = true,
      paramLabel = "NUMBER",
      description = "The membership number that the card shows, at most 20 bytes.")
  @BodyField(value = "membership_number", bytes = 20)
  String number;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  @BodyField("card_id")
  String cardId;

  @Option(names = "--bonus", paramLabel = "N", description = "The points to begin with.")
  @BodyField(value = "init_bonus", least = 0)
  Long bonus;

  @Option(
      names = "--bonus-record",
      paramLabel = "TEXT",
      description = "Why these points, at most 32 bytes.")
  @BodyField(value = "init_bonus_record", bytes = 32)
  String bonusRecord;

  @Option(
      names = "--balance",
      paramLabel = "FEN",
      description = "The stored value to begin with, in fen.")
  @BodyField(value = "init_balance", least = 0)
  Long balance;

  @Option(
      names = "--field1",
      paramLabel = "TEXT",
      description = "What custom_field1 shows, at most 12 bytes.")
  @BodyField(value = "init_custom_field_value1", bytes = 12)
  String field1;

  @Option(names = "--field2", paramLabel = "TEXT", description = "The same of custom_field2.")
  @BodyField(value = "init_custom_field_value2", bytes = 12)
  String field2;

  @Option(names = "--field3", paramLabel = "TEXT", description = "The same of custom_field3.")
  @BodyField(value = "init_custom_field_value3", bytes = 12)
  String field3;

  @Option(
      names = "--background",
      paramLabel = "URL",
      description = "This member's background, an uploaded image.")
  @BodyField(value = "background_pic_url", bytes = 128)
  String background;

  @Option(
      names = "--begin",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "When the membership begins.")
  @BodyField("activate_begin_time")
  Instant begin;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "When the membership ends.")
  @BodyField("activate_end_time")
  Instant end;

  @Override
  public Document call(WeChat weChat) {
    ObjectNode body = RequestBody.of(this);
    // A second try would be told that the user is a member already, whoever did that.
    weChat.postOnce(
        "/card/membercard/activate",
        body,
        "The card may be active now. Look with `wxcard member info %s --card-id %s`."
            .formatted(code, cardId == null ? "ID" : cardId));
    return Document.line(
        Json.object().put("code", code).put("membership_number", number),
        "code",
        "membership_number");
  }
}
