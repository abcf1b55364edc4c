package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the card schema says about one field.
 *
 * @param types JSON types by their schema names; empty for any
 * @param properties the known members of an object
 * @param required the members that may not be absent
 * @param items what the elements of a list are like
 * @param choices the only legal values; empty for any
 */
public record Field(
    List<String> types,
    Map<String, Field> properties,
    List<String> required,
    Optional<Field> items,
    List<Choice> choices,
    Limits limits,
    Notes notes) {

  /** What a member at any depth may be called; an answer's own members are left out. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    properties.forEach(
        (name, member) -> {
          if (!member.notes().answerOnly()) {
            names.add(name);
            names.addAll(member.names());
          }
        });
    items.ifPresent(item -> names.addAll(item.names()));
    return names;
  }

  /** The same with other members, none of which is required. */
  Field with(Map<String, Field> members) {
    return new Field(List.of("object"), members, List.of(), items, choices, limits, notes);
  }

  /**
   * The bounds of a value.
   *
   * @param maxBytes the length of a text in UTF-8 bytes
   * @param maxLength the length of a text in characters, where those count
   * @param minLength the length of a text in characters
   * @param pattern what a text should look like; a hint rather than a rule
   */
  public record Limits(
      OptionalInt maxBytes,
      OptionalInt maxLength,
      OptionalInt minLength,
      OptionalLong minimum,
      OptionalLong maximum,
      OptionalInt minItems,
      OptionalInt maxItems,
      Optional<Pattern> pattern) {}

  /**
   * What the schema notes beside types and bounds.
   *
   * @param errcode the code that a bad value is refused with
   * @param hint what to do, or empty
   * @param cardTypes the only card types that the field means something for; empty for all
   * @param answerOnly part of the {@code /card/get} answer, not of a request
   * @param fixed for ever as it was at creation: an update may not even name it
   * @param deprecated a thing of the past
   * @param open unknown members are expected
   * @param url {@code image} and {@code background} for a URL from an upload, {@code page} for a
   *     link, else empty
   * @param tolerated an undocumented form that passes: {@code digits} for a quoted number, {@code
   *     empty-list} in place of an absent object, else empty
   * @param unit {@code seconds} for a time in Unix seconds, else empty
   */
  public record Notes(
      OptionalInt errcode,
      String hint,
      List<String> cardTypes,
      boolean answerOnly,
      boolean fixed,
      boolean deprecated,
      boolean open,
      String url,
      String tolerated,
      String unit) {}

  /**
   * One legal value of a field.
   *
   * @param title what it stands for: the hex value of a colour, the present name of an old number
   * @param deprecated legal, but a thing of the past
   * @param errcode with which it is refused although it is known
   */
  public record Choice(JsonNode value, String title, boolean deprecated, OptionalInt errcode) {}
}
