package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.CallbackClient;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.WebAddress;
import java.net.URI;
import java.time.Duration;

/** A command that calls a merchant's server, as WeChat does. */
abstract class MerchantServerCommand extends Subcommand {
  /** An http or https address with a host, or a {@link Failure} of kind INPUT. */
  static URI url(String text) {
    return WebAddress.parse(text)
        .filter(url -> url.getUserInfo() == null && url.getFragment() == null)
        .filter(url -> url.getPort() <= WebAddress.HIGHEST_PORT)
        .map(url -> URI.create(url.toASCIIString()))
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.INPUT,
                    "'" + text + "' is no address of a server" + WebAddress.remark(text),
                    "Write it like http://127.0.0.1:8080/wechat, without a user name or a"
                        + " #fragment."));
  }

  /** The server, which may take as long as WeChat waits, or less when asked to. */
  final CallbackClient server(URI url) {
    Duration asked = context.timeLimit();
    boolean sooner = asked.compareTo(CallbackClient.TIMEOUT) < 0;
    return CallbackClient.at(url, context.environment(), sooner ? asked : CallbackClient.TIMEOUT);
  }

  /** Tells of a request under {@code --verbose}. */
  final void tell(Redactor redactor, String request) {
    if (context.options().verbose) {
      redactor.text(request).lines().forEach(line -> context.console().say("> " + line));
    }
  }

  /**
   * A request that was not sent, in the shape of a dry run's requests.
   *
   * @param body empty for none
   */
  record UnsentRequest(String method, URI url, String body) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode document = Json.object();
      document
          .putArray("requests")
          .addObject()
          .put("method", method)
          .put("url", url.toString())
          .put("body", body);
      return document;
    }

    @Override
    public void text(Page page) {
      page.line(method + " " + url);
      if (!body.isEmpty()) {
        page.data(body);
      }
    }
  }
}
