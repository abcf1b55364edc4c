package io.github.wxcard.sign;

import java.util.List;

/**
 * A signature and how it came about.
 *
 * @param signed the values that took part, in the order in which they were joined
 * @param joined the text that was hashed
 * @param digest lower-case hexadecimal, 40 characters
 */
public record Signature(List<String> signed, String joined, String digest) {}
