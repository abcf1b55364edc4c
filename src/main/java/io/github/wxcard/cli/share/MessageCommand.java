package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Messages that carry a card. */
@Command(
    name = "message",
    description = "Send a card in a message: to one user, as a preview, or to many.")
public final class MessageCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(MessageSendCommand.class, MessagePreviewCommand.class, MessageMassCommand.class);
  }

  @Command(
      name = "send",
      description = "Send a card to a user who wrote lately, as a customer-service message.",
      footer = {
        "",
        "WeChat lets an account write within 48 hours of what the user did last (45015 after that),",
        "and 20 times until the user does something again (45047). The message is sent once.",
        "",
        "Example:",
        "  wxcard message send --openid oFS7Fjl0WsZ9AMZqrI80nbIq8xrA --card-id"
            + " pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
      })
  static final class MessageSendCommand extends ApiCommand {
    @Option(names = "--openid", required = true, paramLabel = "O", description = "The receiver.")
    String openid;

    @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The card.")
    String cardId;

    @Mixin final CardExtOptions ext = new CardExtOptions();

    @Override
    public Document call(WeChat weChat) {
      ArgumentChecks.notBlank("--openid", openid);
      ObjectNode body = Json.object().put("touser", openid).put("msgtype", "wxcard");
      body.set("wxcard", ext.card(context, cardId));
      weChat.postOnce(
          "/cgi-bin/message/custom/send",
          body,
          "The message may have arrived. Ask the receiver before sending it again.");
      return Document.line(
          Json.object().put("openid", openid).put("card_id", cardId), "card_id", "openid");
    }
  }

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
  static final class MessagePreviewCommand extends ApiCommand {
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
  static final class MessageMassCommand extends ApiCommand {
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

      /**
       * Where the message is posted to; a number of openids that WeChat does not take is refused.
       */
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
}
