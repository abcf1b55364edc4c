package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.Delivery;
import io.github.wxcard.client.MerchantServer;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
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
final class EventCheckCommand extends Subcommand {
  /** As many digits as WeChat sends: a server that reads them as a number loses some. */
  private static final long SMALLEST_ECHO = 1_000_000_000_000_000_001L;

  @Parameters(paramLabel = "URL", description = "The merchant's server.")
  String to;

  @Mixin final CallbackOptions callback = new CallbackOptions();

  @Override
  public Result run() {
    URI url = WebAddress.of(to);
    CallbackKeys keys = callback.keys(context, KeyUse.NONE);
    Map<String, String> query = query(keys, echostr());
    URI asked = SignedPush.joined(url, QueryString.of(query));
    if (context.options().dryRun) {
      return new UnsentPush("GET", asked, "");
    }
    try (MerchantServer server =
        MerchantServer.at(url, context.environment(), Forwarding.patience(context))) {
      Discretion discretion = Discretion.of(context, keys);
      if (context.options().verbose) {
        context.console().say("> " + discretion.text("GET " + asked));
      }
      Delivery delivery = server.get(asked);
      return new CheckedAddress(
          url, discretion.delivery(delivery), new EchoAnswer(delivery, query).problems());
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
}
