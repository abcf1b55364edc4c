package io.github.wxcard.scenario;

/**
 * One word of a line.
 *
 * @param text what the command gets: quotes gone, names replaced
 * @param start where the word as typed begins in the line
 * @param end the index after its last character as typed
 */
public record Word(String text, int start, int end) {}
