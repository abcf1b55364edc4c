package io.github.wxcard.card;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
}
