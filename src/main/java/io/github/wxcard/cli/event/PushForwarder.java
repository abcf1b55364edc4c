package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.client.CallbackClient;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.server.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Passes requests on to the merchant's own server, if there is one. */
record PushForwarder(Optional<CallbackClient> server, URI address) implements AutoCloseable {
  static PushForwarder to(Optional<URI> address, CommandContext context) {
    return new PushForwarder(
        address.map(url -> CallbackClient.at(url, context.environment(), timeout(context))),
        address.orElse(null));
  }

  /** How long a merchant's server may take: as long as WeChat waits, or less when asked to. */
  static Duration timeout(CommandContext context) {
    Duration asked = context.timeLimit();
    return asked.compareTo(CallbackClient.TIMEOUT) < 0 ? asked : CallbackClient.TIMEOUT;
  }

  Optional<Function<Request, PushDelivery>> forward() {
    return server.map(behind -> request -> pass(behind, request));
  }

  private PushDelivery pass(CallbackClient behind, Request request) {
    URI url = SignedPush.joined(address, request.queryText());
    String type = request.contentType() == null ? "text/xml" : request.contentType();
    return behind.post(url, type, request.content());
  }

  @Override
  public void close() {
    server.ifPresent(CallbackClient::close);
  }
}
