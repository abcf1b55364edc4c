package io.github.wxcard.error;

/**
 * One row of the error table.
 *
 * @param text the English stem of the server's {@code errmsg}, or empty where none is known
 * @param kind which family, and so which exit code
 */
public record ErrorCode(
    int code,
    String text,
    String meaning,
    String remedy,
    String meaningZh,
    String remedyZh,
    RetryRule retry,
    FailureKind kind) {}
