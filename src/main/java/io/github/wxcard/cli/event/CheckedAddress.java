package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Delivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a check ended: {@code {"url","accepted","status","ms","answer"|"error","problems"}}. */
record CheckedAddress(URI url, Delivery delivery, List<String> problems) implements Result {
  @Override
  public JsonNode json() {
    ObjectNode document = Json.object().put("url", url.toString());
    document.put("accepted", problems.isEmpty());
    document.setAll(DeliveryText.json(delivery));
    ArrayNode list = document.putArray("problems");
    problems.forEach(list::add);
    return document;
  }

  @Override
  public void text(Page page) {
    page.line(
        problems.isEmpty()
            ? delivery.status() + " echostr in " + delivery.ms() + " ms"
            : DeliveryText.of(delivery));
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
                Kind.REFUSED,
                what,
                "Check the signature, then answer the value of echostr as it came: status 200, and"
                    + " nothing before, around or after it.")
            : Failure.of(Kind.NETWORK, what, "Check that the server runs and answers at once.")
                .retryable(true));
  }
}
