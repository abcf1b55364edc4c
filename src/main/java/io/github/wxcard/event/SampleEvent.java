package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An event that never happened, with a sensible value in every field. */
public final class SampleEvent {
  private static final String RECEIVER = "ToUserName";
  private static final String SENDER = "FromUserName";
  private static final String CREATED = "CreateTime";
  private static final String SOME_ACCOUNT = "gh_0123456789ab";
  private static final String SOMEBODY = "oFS7Fjl0WsZ9AMZqrI80nbIq8xrA";

  private SampleEvent() {}

  /** The fields that can be set: those of every event and the kind's own. */
  public static List<String> settable(EventKind kind) {
    return Stream.concat(
            Stream.of(RECEIVER, SENDER, CREATED), kind.details().stream().map(EventField::name))
        .toList();
  }

  /**
   * The event; a {@link Failure} of kind INPUT for a number that is none.
   *
   * @param values what differs from the samples, by names of {@link #settable}
   */
  public static CardEvent of(EventKind kind, Map<String, String> values, Instant now) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (EventField field : kind.details()) {
      boolean given = values.containsKey(field.name());
      if (given || !field.rare()) {
        fields.put(field.name(), values.getOrDefault(field.name(), field.sample()));
      }
    }
    kind.details().stream()
        .filter(field -> fields.containsKey(field.name()))
        .forEach(field -> check(field, fields.get(field.name())));
    String created = values.getOrDefault(CREATED, Long.toString(now.getEpochSecond()));
    checkDigits(CREATED, created);
    return new CardEvent(
        kind.wireName(),
        values.getOrDefault(RECEIVER, SOME_ACCOUNT),
        values.getOrDefault(SENDER, SOMEBODY),
        Long.parseLong(created),
        fields);
  }

  private static void check(EventField field, String value) {
    if (field.isFlag()) {
      if (!value.equals("true") && !value.equals("false")) {
        throw Failure.of(
            FailureKind.INPUT,
            field.name() + " is '" + value + "'",
            "In this event it is true or false.");
      }
    } else if (EventXml.isNumber(field.name())) {
      checkDigits(field.name(), value);
    }
  }

  private static void checkDigits(String name, String value) {
    if (!value.matches("-?[0-9]{1,18}")) {
      throw Failure.of(
          FailureKind.INPUT,
          name + " is '" + value + "'",
          "Write a whole number of up to 18 digits.");
    }
  }
}
