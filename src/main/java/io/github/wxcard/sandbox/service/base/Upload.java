package io.github.wxcard.sandbox.service.base;

/** A file that came in a form. */
public record Upload(byte[] content) {}
