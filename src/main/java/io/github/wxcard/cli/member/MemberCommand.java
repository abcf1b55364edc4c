package io.github.wxcard.cli.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.BodyFile;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Member cards: their holders, and the form with which somebody becomes one. */
@Command(
    name = "member",
    description = "Member cards: activation, points and stored value, the activation form.")
public final class MemberCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        MemberActivateCommand.class,
        MemberUpdateCommand.class,
        MemberInfoCommand.class,
        MemberFormCommand.class,
        MemberUrlCommand.class,
        MemberFormDataCommand.class);
  }

  @Command(
      name = "info",
      description = "Show a member: points, stored value, number, and what the form was told.",
      footer = {
        "",
        "Example:",
        "  wxcard member info 759733467744 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
      })
  static final class MemberInfoCommand extends ApiCommand {
    @Parameters(paramLabel = "CODE", description = "The code of the member's card.")
    @BodyField("code")
    String code;

    @Option(
        names = "--card-id",
        required = true,
        paramLabel = "ID",
        description = "The member card.")
    @BodyField("card_id")
    String cardId;

    @Override
    public Document call(WeChat weChat) {
      return Document.facts(
          weChat.post(
              "/card/membercard/userinfo/get", RequestBody.of(this), Idempotency.IDEMPOTENT));
    }
  }

  @Command(
      name = "form",
      description = "Set the form that activates a member card in one tap; prints the card_id.",
      footer = {
        "",
        "FILE is the body of /card/membercard/activateuserform/set; CARD_ID takes the place of its",
        "card_id. The form replaces the card's earlier one. The card must have wx_activate.",
        "",
        "Example:",
        "  echo '{\"required_form\": {\"common_field_id_list\":",
        "    [\"USER_FORM_INFO_FLAG_MOBILE\"]}}' > form.json",
        "  wxcard member form pFS7Fjg8kV1IdDz01r4SQwMkuCKc form.json"
      })
  static final class MemberFormCommand extends ApiCommand {
    private static final String CALL = "/card/membercard/activateuserform/set";

    @Parameters(index = "0", paramLabel = "CARD_ID", description = "The member card.")
    @BodyField("card_id")
    String cardId;

    @Parameters(
        index = "1",
        paramLabel = "FILE|-",
        description = "The form; - reads standard input.")
    String file;

    @Mixin final BodyFile form = new BodyFile();

    @Override
    public Document call(WeChat weChat) {
      ObjectNode card = RequestBody.of(this);
      ObjectNode body = form.read(context, file, CALL).setAll(card);
      weChat.post(CALL, body, Idempotency.IDEMPOTENT);
      return Document.line(Json.object().put("card_id", cardId), "card_id");
    }
  }

  @Command(
      name = "url",
      description = "Print the link that opens a member card's activation form.",
      footer = {
        "",
        "In a mini program the component wxeb490c6f9b154ef9 opens the form: hand it encrypt_card_id,",
        "outer_str and biz of the link, decoded once. It gives activate_ticket, card_id and code.",
        "",
        "Example:",
        "  wxcard member url pFS7Fjg8kV1IdDz01r4SQwMkuCKc --outer-str shop-3"
      })
  static final class MemberUrlCommand extends ApiCommand {
    @Parameters(paramLabel = "CARD_ID", description = "The member card.")
    @BodyField("card_id")
    String cardId;

    @Option(
        names = "--outer-str",
        paramLabel = "TEXT",
        description = "The channel, which the link carries.")
    @BodyField("outer_str")
    String outerStr;

    @Override
    public Document call(WeChat weChat) {
      return Document.line(
          weChat.post(
              "/card/membercard/activate/geturl", RequestBody.of(this), Idempotency.IDEMPOTENT),
          "url");
    }
  }

  @Command(
      name = "form-data",
      description = "Show what a user has filled in, on the way to the merchant's own page.",
      footer = {
        "",
        "The activate_ticket is in the address of that page (wx_activate_after_submit_url), together",
        "with the card_id, the encrypted code and the openid. One that begins with a dash follows",
        "the word --, after all options.",
        "",
        "Example:",
        "  wxcard member form-data zU7aTq2mVx0"
      })
  static final class MemberFormDataCommand extends ApiCommand {
    @Parameters(paramLabel = "ACTIVATE_TICKET", description = "The ticket, URL-decoded.")
    @BodyField("activate_ticket")
    String ticket;

    @Override
    public Document call(WeChat weChat) {
      return Document.facts(
          weChat.post(
              "/card/membercard/activatetempinfo/get",
              RequestBody.of(this),
              Idempotency.IDEMPOTENT));
    }
  }
}
