package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.CallInput;
import java.util.List;
import java.util.Optional;

/** What a merchant sets on one member's card: the values of its own fields, and the picture. */
final class MemberDetails {
  private static final List<String> VALUES =
      List.of("custom_field_value1", "custom_field_value2", "custom_field_value3");
  private static final String PICTURE = "background_pic_url";
  private static final String INITIAL = "init_";

  private MemberDetails() {}

  /** The names of the values in a change. */
  static String[] values() {
    return VALUES.toArray(String[]::new);
  }

  /** The names of the values in an activation. */
  static String[] initialValues() {
    return VALUES.stream().map(name -> INITIAL + name).toArray(String[]::new);
  }

  /** Takes over what an activation sets. */
  static void copyInitial(JsonNode sent, ObjectNode details) {
    copy(sent, PICTURE, details, PICTURE);
    VALUES.forEach(name -> copy(sent, INITIAL + name, details, name));
  }

  /** Takes over what a change sets. */
  static void copy(JsonNode sent, ObjectNode details) {
    copy(sent, PICTURE, details, PICTURE);
    VALUES.forEach(name -> copy(sent, name, details, name));
  }

  /** Adds the values to the {@code custom_field_list} of an answer, under the card's names. */
  static void show(JsonNode card, JsonNode details, ObjectNode info) {
    for (int i = 0; i < VALUES.size(); i++) {
      JsonNode field = card.path("custom_field" + (i + 1));
      Optional<String> name =
          CallInput.text(field, "name").or(() -> CallInput.text(field, "name_type"));
      Optional<String> value = CallInput.text(details, VALUES.get(i));
      if (name.isPresent() && value.isPresent()) {
        FormAnswers.addCustom(info, name.get(), value.get());
      }
    }
  }

  private static void copy(JsonNode sent, String name, ObjectNode details, String target) {
    CallInput.text(sent, name).ifPresent(value -> details.put(target, value));
  }
}
