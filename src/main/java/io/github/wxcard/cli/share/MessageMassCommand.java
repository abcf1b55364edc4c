package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends a card to many users at once. */
@Command(
    name = "mass",
    description = "Send a card to many users; it cannot be undone. Prints the msg_id.",
    footer = {
      "",
      "Asks first on a terminal, and needs --yes elsewhere. The message is sent once, whatever",
      "becomes of the answer.",
      "",
      "Examples:",
      "  wxcard message mass --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --tag 2 --yes",
      "  wxcard message mass --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --all --dry-run"
    })
final class MessageMassCommand extends ApiCommand {
  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The card.")
  @BodyField("wxcard/card_id")
  String cardId;

  @ArgGroup Receivers receivers;

  @Option(names = "--yes", description = "Do not ask; without a terminal it must be given.")
  boolean yes;

  @Override
  public Document call(WeChat weChat) {
    if (receivers == null) {
      throw Failure.of(
          FailureKind.USAGE, "no receivers are named", "Give --all, --tag or --openid.");
    }
    ObjectNode body = RequestBody.of(this).put("msgtype", "wxcard");
    String path = receivers.path();
    if (receivers.tag != null) {
      body.withObjectProperty("filter").put("is_to_all", false);
    }
    Confirmation.demand(context, yes, "send the card to " + receivers.words() + ", for good");
    return Document.facts(
        weChat.postOnce(
            path,
            body,
            "The message may be on its way to all of them. Look into the console's list of sent"
                + " messages before sending it again."));
  }

  /** Who gets a mass message: one of three ways to say so. */
  static final class Receivers {
    private static final int FEWEST = 2;
    private static final int MOST = 10_000;

    @Option(names = "--all", description = "Every follower.")
    @BodyField("filter/is_to_all")
    Boolean all;

    @Option(names = "--tag", paramLabel = "N", description = "The followers with this tag_id.")
    @BodyField(value = "filter/tag_id", least = 0)
    Long tag;

    @Option(
        names = "--openid",
        paramLabel = "O",
        description = "These users, from 2 to 10,000: repeat it.")
    @BodyField("touser")
    List<String> openids;

    /** Where the message is posted to; a number of openids that WeChat does not take is refused. */
    String path() {
      if (openids == null) {
        return "/cgi-bin/message/mass/sendall";
      }
      if (openids.size() < FEWEST || openids.size() > MOST) {
        throw Failure.of(
            FailureKind.INPUT,
            "a mass message goes to 2 to 10,000 openids, and this is " + openids.size(),
            "Write to one with `wxcard message send`, to more by --tag.");
      }
      return "/cgi-bin/message/mass/send";
    }

    /** How a person would say who they are. */
    String words() {
      if (openids != null) {
        return openids.size() + " users";
      }
      return all != null ? "EVERY follower" : "the followers with tag " + tag;
    }
  }
}
