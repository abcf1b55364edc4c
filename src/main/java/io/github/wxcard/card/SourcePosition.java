package io.github.wxcard.card;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record SourcePosition(int line, int column) {}
