package io.github.wxcard.card;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

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
