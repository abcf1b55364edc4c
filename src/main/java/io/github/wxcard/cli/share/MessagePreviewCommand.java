package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one person what a mass message will look like. */
@Command(
    name = "preview",
    description = "Send a mass message to one person, to look at; prints its msg_id.",
    footer = {
      "",
      "The person is named by openid, or by WeChat id with --name.",
      "",
      "Example:",
      "  wxcard message preview --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --name usr1"
    })
final class MessagePreviewCommand extends ApiCommand {
  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The card.")
  String cardId;

  @ArgGroup Person person;

  @Mixin final CardExtOptions ext = new CardExtOptions();

  /** Who looks at it. */
  static final class Person {
    @Option(names = "--openid", paramLabel = "O", description = "The openid of who looks at it.")
    @BodyField("touser")
    String openid;

    @Option(
        names = "--name",
        paramLabel = "WXNAME",
        description = "The WeChat id of who looks at it.")
    @BodyField("towxname")
    String name;
  }

  @Override
  public Document call(WeChat weChat) {
    if (person == null) {
      throw Failure.of(
          FailureKind.USAGE,
          "nobody is named to look at it",
          "Give the person's --openid or --name.");
    }
    ObjectNode body = RequestBody.of(this).put("msgtype", "wxcard");
    body.set("wxcard", ext.card(context, cardId));
    return Document.facts(
        weChat.postOnce(
            "/cgi-bin/message/mass/preview",
            body,
            "The preview may have arrived. Look at the phone before sending it again."));
  }
}
