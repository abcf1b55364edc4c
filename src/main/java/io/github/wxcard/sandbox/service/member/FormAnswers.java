package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.member.ActivationForm.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a user answers to an activation form. */
final class FormAnswers {
  private static final List<String> LISTS = List.of("common_field_list", "custom_field_list");

  private FormAnswers() {}

  /**
   * The answers as {@code user_info} shows them, or the refusal of a form that is not filled in as
   * it asks.
   *
   * @param given answers by the fields' names, those of common fields also without their prefix; a
   *     list for several choices
   */
  static ObjectNode of(ActivationForm form, JsonNode given) {
    ObjectNode answers = named(form, given);
    ObjectNode info = complete(Json.object());
    for (FormField field : form.fields()) {
      List<String> values = values(answers.path(field.name()), field);
      if (!values.isEmpty()) {
        add(info, field, values);
      } else if (field.required()) {
        throw new ApiException(41011, "the form's field " + field.name() + " is required");
      }
    }
    return info;
  }

  /** The same with both lists, the empty ones too. */
  static ObjectNode complete(ObjectNode info) {
    ObjectNode both = Json.object();
    for (String list : LISTS) {
      both.set(list, info.path(list).isArray() ? info.path(list) : Json.array());
    }
    return both;
  }

  /** Adds a value of the merchant's to an answer that has both lists. */
  static void addCustom(ObjectNode info, String name, String value) {
    add(info, LISTS.get(1), name, value);
  }

  private static ObjectNode named(ActivationForm form, JsonNode given) {
    if (!given.isMissingNode() && !given.isObject()) {
      throw new ApiException(47001, "form is not an object");
    }
    ObjectNode answers = Json.object();
    for (Map.Entry<String, JsonNode> answer : given.properties()) {
      answers.set(name(form, answer.getKey()), answer.getValue());
    }
    return answers;
  }

  private static String name(ActivationForm form, String key) {
    String common = FormField.COMMON_PREFIX + key.toUpperCase(Locale.ROOT);
    List<String> names = form.fields().stream().map(FormField::name).toList();
    return Optional.of(key)
        .filter(names::contains)
        .or(() -> Optional.of(common).filter(names::contains))
        .orElseThrow(
            () -> new ApiException(40097, "the form has no field " + key + ", but " + names));
  }

  private static List<String> values(JsonNode answer, FormField field) {
    List<String> values = new ArrayList<>();
    if (answer.isArray() && field.kind() == FormField.Kind.CHECK_BOX) {
      answer.forEach(value -> values.add(value.asText()));
    } else if (answer.isValueNode() && !answer.asText().isEmpty() && !answer.isNull()) {
      values.add(answer.asText());
    } else if (answer.isContainerNode()) {
      throw new ApiException(40097, "the form's field " + field.name() + " takes one answer");
    }
    for (String value : values) {
      if (!field.choices().isEmpty() && !field.choices().contains(value)) {
        throw new ApiException(
            40097, field.name() + " can be " + field.choices() + ", not " + value);
      }
    }
    return values;
  }

  private static void add(ObjectNode info, FormField field, List<String> values) {
    boolean several = field.kind() == FormField.Kind.CHECK_BOX;
    String list = LISTS.get(field.kind() == FormField.Kind.COMMON ? 0 : 1);
    ArrayNode chosen = add(info, list, field.name(), several ? "" : values.get(0));
    if (several) {
      values.forEach(chosen::add);
    }
  }

  /** Adds an answer; its {@code value_list}, which is empty yet. */
  private static ArrayNode add(ObjectNode info, String list, String name, String value) {
    return info.withArray(list)
        .addObject()
        .put("name", name)
        .put("value", value)
        .putArray("value_list");
  }
}
