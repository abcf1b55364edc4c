package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.SampleEvent;
import io.github.wxcard.text.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person wants an event's fields to hold. */
record EventFieldValues(EventKind kind, Map<String, String> values) {
  /**
   * @param sets each FIELD=VALUE
   */
  static EventFieldValues of(EventKind kind, List<String> sets) {
    EventFieldValues values = new EventFieldValues(kind, new LinkedHashMap<>());
    for (KeyValue set : KeyValueOptions.all("--set", sets, "OuterStr=shop7")) {
      values.put(set.key(), "--set", set.value());
    }
    return values;
  }

  /**
   * Sets a field, or fails when the event has none of that name.
   *
   * @param value null leaves it as it is
   */
  void put(String field, String option, String value) {
    if (value == null) {
      return;
    }
    List<String> known = SampleEvent.settable(kind);
    if (!known.contains(field)) {
      String all = "Its fields are: " + String.join(", ", known) + ".";
      throw Failure.of(
          FailureKind.USAGE,
          option + ": " + kind.wireName() + " has no field " + field,
          EventNames.suggestion(field, known, all));
    }
    if (values.putIfAbsent(field, value) != null) {
      throw KeyValueOptions.repeated(option + ": the value of " + field);
    }
  }
}
