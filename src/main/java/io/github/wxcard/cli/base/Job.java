package io.github.wxcard.cli.base;

/**
 * What is done to a batch of codes.
 *
 * @param command as typed, as in {@code "code deposit"}
 * @param cardId the card that is named, or null
 * @param oneCard whether all codes belong to that card
 * @param harmless whether an unfinished earlier run may be forgotten without a word
 */
public record Job(String command, String cardId, boolean oneCard, boolean harmless) {}
