package io.github.wxcard.event;

import java.util.List;
import java.util.Map;

/**
 * A message as it was pushed: a card event or any other.
 *
 * @param fields names and values in order; an element inside another one is named {@code
 *     Outer.Inner}
 * @param repeated names that came more than once, of which the first value was kept
 */
public record PushedMessage(Map<String, String> fields, List<String> repeated) {
  /** A field's value; empty when there is none. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether the message holds a cipher text. */
  public boolean isEncrypted() {
    return !field("Encrypt").isEmpty();
  }

  /** The event's name, or the type of a message that is no event. */
  public String kind() {
    String event = field("Event");
    return event.isEmpty() ? field("MsgType") : event;
  }

  /**
   * What is the same when WeChat sends a message again. Events have no number of their own, and
   * several of one person, or of the reviewers, may share a second: copies claimed at once do.
   */
  public String identity() {
    return String.join(
        "\n",
        field("FromUserName"),
        field("CreateTime"),
        field("MsgId"),
        field("Event"),
        field("UserCardCode"),
        field("CardId"),
        field("OrderId"),
        field("MerchantId"));
  }
}
