package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.event.EventXml;
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

  /** WeChat's own names, and numbers where WeChat writes numbers. */
  static ObjectNode json(PushedMessage message) {
    ObjectNode document = Json.object();
    message
        .fields()
        .forEach(
            (name, value) -> {
              boolean number = name.equals("CreateTime") || EventXml.isNumber(name);
              if (number && value.matches("-?(0|[1-9][0-9]{0,17})")) {
                document.put(name, Long.parseLong(value));
              } else {
                document.put(name, value);
              }
            });
    return document;
  }

  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    document.put("event", push.message().kind()).put("mode", push.mode().wireName());
    document.put("repeated", repeated);
    document.set("message", json(push.message()));
    forwarded.ifPresent(delivery -> document.set("forward", DeliveryReport.json(delivery)));
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
    forwarded.ifPresent(delivery -> line.append(" -> ").append(DeliveryReport.line(delivery)));
    page.line(line.toString());
  }
}
