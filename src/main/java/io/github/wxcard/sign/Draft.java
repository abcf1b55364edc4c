package io.github.wxcard.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What shall be signed and how; it can be bent into the wrong shapes that people sign by mistake.
 *
 * @param hash a name that {@link MessageDigest} knows; WeChat uses SHA-1 alone
 */
public record Draft(List<Part> parts, Joining joining, String hash) {
  static Draft of(Joining joining) {
    return new Draft(List.of(), joining, "SHA-1");
  }

  /** Adds a value at the end; an empty one contributes nothing and is left out. */
  Draft add(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(name, value));
    return new Draft(List.copyOf(more), joining, hash);
  }

  Draft without(String name) {
    return withParts(parts.stream().filter(part -> !part.name().equals(name)).toList());
  }

  Draft change(String name, UnaryOperator<String> change) {
    return withParts(
        parts.stream()
            .map(
                part ->
                    part.name().equals(name) ? new Part(name, change.apply(part.value())) : part)
            .toList());
  }

  Draft rename(String name, String newName) {
    return withParts(
        parts.stream()
            .map(part -> part.name().equals(name) ? new Part(newName, part.value()) : part)
            .toList());
  }

  Draft joinedBy(Joining other) {
    return new Draft(parts, other, hash);
  }

  Draft hashedBy(String other) {
    return new Draft(parts, joining, other);
  }

  Signature sign() {
    List<Part> ordered = joining.order(parts);
    String joined = joining.join(ordered);
    return new Signature(ordered.stream().map(Part::value).toList(), joined, digest(joined));
  }

  private Draft withParts(List<Part> others) {
    return new Draft(others, joining, hash);
  }

  private String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(hash);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + hash, e);
    }
  }
}
