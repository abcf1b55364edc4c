package io.github.wxcard.repl;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the REPL is told about the place it runs in.
 *
 * @param prompt asked before every line, because a command may change the profile
 * @param history the file of earlier lines
 * @param knownSecret whether a line holds a secret or token of this person's account
 * @param workingFolder where relative file names start
 * @param terminal {@code TERM}
 */
public record ReplContext(
    Supplier<String> prompt,
    Path history,
    Predicate<String> knownSecret,
    Path workingFolder,
    String terminal) {}
