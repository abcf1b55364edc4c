package io.github.wxcard.cli.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what a member has. */
@Command(
    name = "update",
    description = "Change a member's points, stored value or fields; prints what there is then.",
    footer = {
      "",
      "--add-bonus and --add-balance are sent once: when the answer is lost, look with `wxcard",
      "member info CODE --card-id ID` before adding again. Totals may be set any number of times.",
      "",
      "Examples:",
      "  wxcard member update 759733467744 --add-bonus 30 --record-bonus 消费30元",
      "  wxcard member update 759733467744 --bonus 500 --field1 金卡 --no-notify-bonus"
    })
final class MemberUpdateCommand extends ApiCommand {
  private static final String PATH = "/card/membercard/updateuser";

  @Parameters(paramLabel = "CODE", description = "The code of the member's card.")
  @BodyField(value = "code", bytes = 20)
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  @BodyField("card_id")
  String cardId;

  @ArgGroup Points points;

  @Option(
      names = "--record-bonus",
      paramLabel = "TEXT",
      description = "Why the points change, at most 42 bytes.")
  @BodyField(value = "record_bonus", bytes = 42)
  String recordBonus;

  @ArgGroup StoredValue storedValue;

  @Option(
      names = "--record-balance",
      paramLabel = "TEXT",
      description = "Why the stored value changes, at most 42 bytes.")
  @BodyField(value = "record_balance", bytes = 42)
  String recordBalance;

  @Option(
      names = "--field1",
      paramLabel = "TEXT",
      description = "What custom_field1 shows, at most 12 bytes.")
  @BodyField(value = "custom_field_value1", bytes = 12)
  String field1;

  @Option(names = "--field2", paramLabel = "TEXT", description = "The same of custom_field2.")
  @BodyField(value = "custom_field_value2", bytes = 12)
  String field2;

  @Option(names = "--field3", paramLabel = "TEXT", description = "The same of custom_field3.")
  @BodyField(value = "custom_field_value3", bytes = 12)
  String field3;

  @Option(
      names = "--background",
      paramLabel = "URL",
      description = "This member's background, an uploaded image.")
  @BodyField(value = "background_pic_url", bytes = 128)
  String background;

  @Mixin final Notices notices = new Notices();

  @Override
  public Document call(WeChat weChat) {
    ObjectNode body = RequestBody.of(this);
    if (body.deepCopy().remove(List.of("code", "card_id", "notify_optional")).isEmpty()) {
      throw Failure.of(
          FailureKind.USAGE, "nothing to change was named", "See `wxcard member update --help`.");
    }
    return Document.facts(changed(weChat, body));
  }

  private JsonNode changed(WeChat weChat, ObjectNode body) {
    boolean difference = body.has("add_bonus") || body.has("add_balance");
    return difference
        ? weChat.postOnce(
            PATH,
            body,
            "It may have been added. Look with `wxcard member info %s --card-id %s` before adding it again."
                .formatted(code, cardId == null ? "ID" : cardId))
        : weChat.post(PATH, body, Idempotency.IDEMPOTENT);
  }

  /** A change of a member's points, by their sum or by the difference. */
  static final class Points {
    @Option(names = "--bonus", paramLabel = "N", description = "Set the points to this.")
    @BodyField(value = "bonus", least = 0)
    Long all;

    @Option(
        names = "--add-bonus",
        paramLabel = "N",
        description = "Add so many points; -50 takes some away.")
    @BodyField("add_bonus")
    Long more;
  }

  /** A change of a member's stored value, by the sum or by the difference. */
  static final class StoredValue {
    @Option(
        names = "--balance",
        paramLabel = "FEN",
        description = "Set the stored value to this, in fen.")
    @BodyField(value = "balance", least = 0)
    Long all;

    @Option(
        names = "--add-balance",
        paramLabel = "FEN",
        description = "Add so much stored value, in fen; -500 takes some away.")
    @BodyField("add_balance")
    Long more;
  }

  /** Which changes the member is told of. */
  static final class Notices {
    @Option(
        names = "--notify-bonus",
        negatable = true,
        description = "Tell of changed points, as WeChat does unless told not to.")
    @BodyField("notify_optional/is_notify_bonus")
    Boolean bonus;

    @Option(
        names = "--notify-balance",
        negatable = true,
        description = "Tell of changed stored value, as WeChat does unless told not to.")
    @BodyField("notify_optional/is_notify_balance")
    Boolean balance;

    @Option(
        names = "--notify-field1",
        negatable = true,
        description = "Tell of a changed custom_field1; WeChat does not by itself.")
    @BodyField("notify_optional/is_notify_custom_field1")
    Boolean field1;

    @Option(names = "--notify-field2", negatable = true, description = "The same of custom_field2.")
    @BodyField("notify_optional/is_notify_custom_field2")
    Boolean field2;

    @Option(names = "--notify-field3", negatable = true, description = "The same of custom_field3.")
    @BodyField("notify_optional/is_notify_custom_field3")
    Boolean field3;
  }
}
