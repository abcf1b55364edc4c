package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.cli.event.CallbackOptions.KeyUse;
import io.github.wxcard.client.CallbackClient;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.CardEvent;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.SampleEvent;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.MessageMode;
import io.github.wxcard.text.KeyValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays WeChat: tells a merchant's server of an event. */
@Command(
    name = "trigger",
    description = "Push an event that never happened to a server, as WeChat would.",
    footer = {
      "",
      "Every field has a sensible value; --set changes it, and `wxcard event list NAME` explains",
      "it. An answer other than `success` or nothing, within five seconds, is no acceptance: then",
      "the event is sent again, up to three times. (That each repeat is newly signed, and when it",
      "comes, is our choice; with a claim WeChat goes on longer while the server is down, which is",
      "--attempts 11.) stderr tells of each refusal, stdout of the last attempt; --json lists them",
      "all. Exit 0 when it was accepted, 5 when it never was, 6 when nobody answered at all.",
      "--dry-run prints the signed request instead of sending it.",
      "",
      "Examples:",
      "  wxcard event trigger user_get_card --to http://127.0.0.1:8901 --secrets-stdin",
      "  wxcard event trigger user_del_card --to http://127.0.0.1:8901 --encrypted --secrets-stdin",
      "  wxcard event trigger user_view_card --to http://127.0.0.1:8901 --set OuterStr=a"
          + " --secrets-stdin"
    })
final class EventTriggerCommand extends MerchantServerCommand {
  private static final int MOST_ATTEMPTS = 100;

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = EventNames.class,
      description = "The event, as in user_get_card; see `wxcard event list`.")
  String name;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "The merchant's server.")
  String to;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "Give a field another value; can be repeated.")
  List<String> sets = new ArrayList<>();

  @Option(names = "--openid", paramLabel = "OPENID", description = "Who did it: FromUserName.")
  String openid;

  @Option(names = "--card-id", paramLabel = "CARD_ID", description = "The card: CardId.")
  String cardId;

  @Option(names = "--code", paramLabel = "CODE", description = "The code: UserCardCode.")
  String code;

  @ArgGroup ModeOptions options = new ModeOptions();

  /** How the message is dressed: one of these. */
  static final class ModeOptions {
    @Option(
        names = "--mode",
        paramLabel = "MODE",
        description = "plain, compatible (clear and encrypted) or safe. Default: plain.")
    MessageMode mode = MessageMode.PLAIN;

    @Option(names = "--encrypted", description = "The same as --mode safe.")
    boolean encrypted;
  }

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "How often at most it is sent. Default: 4.")
  int attempts = 4;

  @Option(
      names = "--between",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "From the start of one attempt to the next. Default: 5s.")
  Duration between = CallbackClient.TIMEOUT;

  @Option(names = "--print", hidden = true, description = "The same as --dry-run.")
  boolean print;

  @Mixin final CallbackOptions callback = new CallbackOptions();

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Result run() {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw Failure.of(
          FailureKind.USAGE, "--attempts is " + attempts, "Use 1 to " + MOST_ATTEMPTS + ".");
    }
    URI url = url(to);
    EventKind kind = EventNames.find(name);
    CardEvent event = SampleEvent.of(kind, values(kind), context.environment().clock().instant());
    MessageMode mode = options.encrypted ? MessageMode.SAFE : options.mode;
    CallbackKeys keys = callback.keys(context, mode.encrypts() ? KeyUse.NEEDED : KeyUse.NONE);
    if (print || context.options().dryRun) {
      SignedPush push = push(event, keys, mode);
      return new UnsentRequest("POST", push.at(url), push.body());
    }
    return new DeliveryReport(
        kind.wireName(),
        mode,
        deliver(url, () -> push(event, keys, mode), Redactor.of(context, keys)));
  }

  /** What the fields shall hold. */
  private Map<String, String> values(EventKind kind) {
    Map<String, String> values = new LinkedHashMap<>();
    for (KeyValue set : KeyValueOptions.all("--set", sets, "OuterStr=shop7")) {
      put(values, kind, set.key(), "--set", set.value());
    }
    put(values, kind, "FromUserName", "--openid", openid);
    put(values, kind, "CardId", "--card-id", cardId);
    put(values, kind, "UserCardCode", "--code", code);
    return values;
  }

  private static void put(
      Map<String, String> values, EventKind kind, String field, String option, String value) {
    if (value == null) {
      return;
    }
    List<String> known = SampleEvent.settable(kind);
    if (!known.contains(field)) {
      String all = "Its fields are: " + String.join(", ", known) + ".";
      throw Failure.of(
          FailureKind.USAGE,
          option + ": " + kind.wireName() + " has no field " + field,
          EventNames.suggestion(field, known, all));
    }
    if (values.putIfAbsent(field, value) != null) {
      throw KeyValueOptions.repeated(option + ": the value of " + field);
    }
  }

  private SignedPush push(CardEvent event, CallbackKeys keys, MessageMode mode) {
    return SignedPush.of(
        event, keys, mode, context.environment().clock().instant(), context.environment().random());
  }

  private List<PushDelivery> deliver(URI url, Supplier<SignedPush> pushes, Redactor redactor) {
    try (CallbackClient server = server(url)) {
      RetryingSender plan =
          new RetryingSender(
              attempts, between, rest -> context.rest(rest, "repeating"), context::note);
      return plan.make(
          () -> {
            SignedPush push = pushes.get();
            tell(redactor, "POST " + push.at(url) + "\n" + push.body());
            byte[] body = push.body().getBytes(StandardCharsets.UTF_8);
            return redactor.delivery(server.post(push.at(url), SignedPush.CONTENT_TYPE, body));
          });
    }
  }
}
