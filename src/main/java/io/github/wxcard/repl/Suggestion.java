package io.github.wxcard.repl;

/**
 * Something that may be typed next.
 *
 * @param description a few words shown beside it; may be empty
 */
public record Suggestion(String value, String description) {}
