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

  /** What the names of values begin with in an activation, and in a change. */
  static final String INITIAL = "init_";

  static final String CHANGED = "";

  private MemberDetails() {}

  /** The names of the values in a call that says them so. */
  static String[] names(String prefix) {
    return VALUES.stream().map(name -> prefix + name).toArray(String[]::new);
  }

  /** Takes over the picture and the values of a call that says them so. */
  static void copy(JsonNode sent, String prefix, ObjectNode details) {
    CallInput.text(sent, PICTURE).ifPresent(url -> details.put(PICTURE, url));
    for (String name : VALUES) {
      CallInput.text(sent, prefix + name).ifPresent(value -> details.put(name, value));
    }
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
}
