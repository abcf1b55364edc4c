package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventXml;
import io.github.wxcard.event.PushedMessage;
import io.github.wxcard.json.Json;

/** A pushed message as JSON: WeChat's own names, and numbers where WeChat writes numbers. */
final class MessageJson {
  private MessageJson() {}

  static ObjectNode of(PushedMessage message) {
    ObjectNode document = Json.object();
    message
        .fields()
        .forEach(
            (name, value) -> {
              if (isNumber(name) && value.matches("-?(0|[1-9][0-9]{0,17})")) {
                document.put(name, Long.parseLong(value));
              } else {
                document.put(name, value);
              }
            });
    return document;
  }

  private static boolean isNumber(String name) {
    return name.equals("CreateTime") || EventXml.isNumber(name);
  }
}
