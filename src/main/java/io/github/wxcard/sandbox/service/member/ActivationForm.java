package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a member card asks whoever activates it: the questions of a merchant's form. */
record ActivationForm(List<FormField> fields) {
  private static final int MOST_CUSTOM = 5;
  private static final Set<String> HALVES = Set.of("required_form", "optional_form");
  private static final Set<String> LISTS =
      Set.of("common_field_id_list", "custom_field_list", "rich_field_list");

  /**
   * One question of an activation form.
   *
   * @param name a common field's id, or what the merchant calls it
   * @param choices what can be answered; empty for anything
   */
  record FormField(String name, Kind kind, boolean required, List<String> choices) {
    static final String COMMON_PREFIX = "USER_FORM_INFO_FLAG_";

    private static final List<String> COMMON =
        List.of(
            "MOBILE",
            "NAME",
            "SEX",
            "BIRTHDAY",
            "IDCARD",
            "EMAIL",
            "LOCATION",
            "DETAIL_LOCATION",
            "EDUCATION_BACKGROUND",
            "CAREER",
            "INDUSTRY",
            "INCOME",
            "HABIT");

    enum Kind {
      /** Text, for one of WeChat's own fields. */
      COMMON(""),
      /** Text, for a field of the merchant's. */
      TEXT(""),
      RADIO("FORM_FIELD_RADIO"),
      SELECT("FORM_FIELD_SELECT"),
      CHECK_BOX("FORM_FIELD_CHECK_BOX");

      private final String wireName;

      Kind(String wireName) {
        this.wireName = wireName;
      }

      static Optional<Kind> rich(String wireName) {
        return Arrays.stream(values())
            .filter(kind -> !wireName.isEmpty() && kind.wireName.equals(wireName))
            .findFirst();
      }
    }

    static boolean isCommon(String id) {
      return id.startsWith(COMMON_PREFIX) && COMMON.contains(id.substring(COMMON_PREFIX.length()));
    }
  }

  /** Reads the body of {@code /card/membercard/activateuserform/set}, or refuses it. */
  static ActivationForm of(JsonNode body) {
    List<FormField> fields = new ArrayList<>(half(body, "required_form", true));
    fields.addAll(half(body, "optional_form", false));
    link(body, "service_statement");
    link(body, "bind_old_card");
    return new ActivationForm(fields);
  }

  /**
   * Refuses questions below a name that nobody knows: they would be lost, and the form empty.
   *
   * @param at the pointer of the node; empty for the body
   */
  static void checkPlaces(String at, JsonNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
      if (HALVES.contains(name) && !at.isEmpty()) {
        throw astray(place, name, "beside card_id");
      }
      if (LISTS.contains(name) && HALVES.stream().noneMatch(half -> at.equals("/" + half))) {
        throw astray(place, name, "in required_form or optional_form");
      }
      checkPlaces(place, member.getValue());
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkPlaces(at + "/" + i, node.get(i));
      }
    }
  }

  private static ApiException astray(String place, String name, String home) {
    return new ApiException(47001, name + " does not belong there; its place is " + home).at(place);
  }

  private static List<FormField> half(JsonNode body, String name, boolean required) {
    JsonNode half = object(body, name);
    CallInput.flag(half, "can_modify", false);
    List<FormField> common = new ArrayList<>();
    for (JsonNode id : list(half, "common_field_id_list")) {
      if (!FormField.isCommon(id.asText())) {
        throw new ApiException(40097, name + " has an unknown common field " + id);
      }
      common.add(new FormField(id.asText(), FormField.Kind.COMMON, required, List.of()));
    }
    List<FormField> custom = new ArrayList<>();
    for (JsonNode title : list(half, "custom_field_list")) {
      custom.add(
          new FormField(
              text(title, "custom_field_list"), FormField.Kind.TEXT, required, List.of()));
    }
    list(half, "rich_field_list").forEach(rich -> custom.add(rich(rich, required)));
    if (custom.size() > MOST_CUSTOM) {
      throw new ApiException(
          40124, name + " has " + custom.size() + " custom fields, at most " + MOST_CUSTOM);
    }
    common.addAll(custom);
    return common;
  }

  private static FormField rich(JsonNode rich, boolean required) {
    FormField.Kind kind =
        FormField.Kind.rich(rich.path("type").asText())
            .orElseThrow(
                () -> new ApiException(40097, "rich_field_list has a wrong type in " + rich));
    List<String> choices = new ArrayList<>();
    list(rich, "values").forEach(value -> choices.add(text(value, "values")));
    if (choices.isEmpty()) {
      throw new ApiException(40097, "rich_field_list has no values in " + rich);
    }
    return new FormField(text(rich.path("name"), "name"), kind, required, choices);
  }

  private static void link(JsonNode body, String name) {
    JsonNode link = object(body, name);
    CallInput.text(link, "name");
    CallInput.text(link, "url");
  }

  private static String text(JsonNode value, String where) {
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new ApiException(40097, where + " holds something that is not a text");
    }
    return value.textValue();
  }

  private static JsonNode object(JsonNode body, String name) {
    JsonNode value = body.path(name);
    if (!value.isMissingNode() && !value.isObject()) {
      throw new ApiException(47001, name + " is not an object");
    }
    return value;
  }

  private static JsonNode list(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isArray()) {
      throw new ApiException(47001, name + " is not a list");
    }
    return value;
  }
}
