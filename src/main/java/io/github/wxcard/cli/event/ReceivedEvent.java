package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.event.PushedMessage;
import io.github.wxcard.event.VerifiedPush;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Map;
import java.util.Optional;

/**
 * A message that came in: {@code {"event","mode","repeated","message":{…},"forward":{…}}}.
 *
 * @param repeated whether it has come before
 * @param forwarded what became of it behind us, when it was handed on
 */
record ReceivedEvent(VerifiedPush push, boolean repeated, Optional<PushDelivery> forwarded)
    implements Result {
  /** As it may be shown: what was answered behind us may hold anything. */
  ReceivedEvent with(Redactor redactor) {
    return new ReceivedEvent(push, repeated, forwarded.map(redactor::delivery));
  }

  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    document.put("event", push.message().kind()).put("mode", push.mode().wireName());
    document.put("repeated", repeated);
    document.set("message", MessageJson.of(push.message()));
    forwarded.ifPresent(delivery -> document.set("forward", DeliverySummary.json(delivery)));
    return document;
  }

  @Override
  public void text(Page page) {
    PushedMessage message = push.message();
    StringBuilder line = new StringBuilder(message.kind());
    if (repeated) {
      line.append(" (repeated)");
    }
    for (Map.Entry<String, String> field : message.fields().entrySet()) {
      if (!field.getValue().isEmpty()
          && !field.getKey().matches("ToUserName|MsgType|Event|Encrypt")) {
        line.append(' ').append(field.getKey()).append('=').append(field.getValue());
      }
    }
    forwarded.ifPresent(delivery -> line.append(" -> ").append(DeliverySummary.of(delivery)));
    page.line(line.toString());
  }
}
