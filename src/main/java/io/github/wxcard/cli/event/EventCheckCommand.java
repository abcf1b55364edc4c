package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.event.CallbackOptions.KeyUse;
import io.github.wxcard.client.CallbackClient;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plays the console, which asks a server for an echo before it takes its address. */
@Command(
    name = "check",
    description = "Check a server's address as the console does: a signed GET with echostr.",
    footer = {
      "",
      "The answer has to be the value of echostr and nothing else, within five seconds. What"
          + " spoils",
      "it is named: quotation marks, a line break, a byte order mark (BOM), tags, another text, a",
      "wrong status, a redirect, a number that was rounded.",
      "",
      "Exit 0 when the console would take the address, 5 when not, 6 when nobody answered in time.",
      "--dry-run prints the address that would be asked.",
      "",
      "Example:",
      "  wxcard event check http://127.0.0.1:8901/ --secrets-stdin"
    })
final class EventCheckCommand extends MerchantServerCommand {
  /** As many digits as WeChat sends: a server that reads them as a number loses some. */
  private static final long SMALLEST_ECHO = 1_000_000_000_000_000_001L;

  @Parameters(paramLabel = "URL", description = "The merchant's server.")
  String to;

  @Mixin final CallbackOptions callback = new CallbackOptions();

  @Override
  public Result run() {
    URI url = url(to);
    CallbackKeys keys = callback.keys(context, KeyUse.NONE);
    Map<String, String> query = query(keys, echostr());
    URI asked = SignedPush.joined(url, QueryString.of(query));
    if (context.options().dryRun) {
      return new UnsentRequest("GET", asked, "");
    }
    Redactor redactor = Redactor.of(context, keys);
    tell(redactor, "GET " + asked);
    try (CallbackClient server = server(url)) {
      PushDelivery delivery = server.get(asked);
      return new CheckedAddress(
          url, redactor.delivery(delivery), new EchoCheck(delivery, query).problems());
    }
  }

  private Map<String, String> query(CallbackKeys keys, String echostr) {
    String timestamp = Long.toString(context.environment().clock().instant().getEpochSecond());
    String nonce = Integer.toUnsignedString(context.environment().random().nextInt());
    Map<String, String> query = new LinkedHashMap<>();
    query.put("signature", keys.sign(timestamp, nonce, ""));
    query.put("echostr", echostr);
    query.put("timestamp", timestamp);
    query.put("nonce", nonce);
    return query;
  }

  private String echostr() {
    // Ends in an odd digit, so that no rounded number can be it.
    return Long.toString(
        context.environment().random().nextLong(SMALLEST_ECHO, Long.MAX_VALUE / 10 * 9) | 1);
  }

  /** How a check ended: {@code {"url","accepted","status","ms","answer"|"error","problems"}}. */
  record CheckedAddress(URI url, PushDelivery delivery, List<String> problems) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode document = Json.object().put("url", url.toString());
      document.put("accepted", problems.isEmpty());
      document.setAll(DeliveryReport.json(delivery));
      ArrayNode list = document.putArray("problems");
      problems.forEach(list::add);
      return document;
    }

    @Override
    public void text(Page page) {
      page.line(
          problems.isEmpty()
              ? delivery.status() + " echostr in " + delivery.ms() + " ms"
              : DeliveryReport.line(delivery));
    }

    @Override
    public Optional<Failure> failure() {
      if (problems.isEmpty()) {
        return Optional.empty();
      }
      String what = "the console would not take this address: " + String.join("; ", problems);
      return Optional.of(
          delivery.answered()
              ? Failure.of(
                  FailureKind.REFUSED,
                  what,
                  "Check the signature, then answer the value of echostr as it came: status 200,"
                      + " and nothing before, around or after it.")
              : Failure.of(
                      FailureKind.NETWORK, what, "Check that the server runs and answers at once.")
                  .retryable(true));
    }
  }
}
