package io.github.wxcard.sandbox.service.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One question of an activation form.
 *
 * @param name a common field's id, or what the merchant calls it
 * @param choices what can be answered; empty for anything
 */
record FormField(String name, Kind kind, boolean required, List<String> choices) {
  /** What every common field's id begins with. */
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

  /** How a question is answered. */
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

    /** The kind that a {@code rich_field_list} calls this. */
    static Optional<Kind> rich(String wireName) {
      return Arrays.stream(values())
          .filter(kind -> !wireName.isEmpty() && kind.wireName.equals(wireName))
          .findFirst();
    }
  }

  /** Whether WeChat has a common field with this id. */
  static boolean isCommon(String id) {
    return id.startsWith(COMMON_PREFIX) && COMMON.contains(id.substring(COMMON_PREFIX.length()));
  }
}
