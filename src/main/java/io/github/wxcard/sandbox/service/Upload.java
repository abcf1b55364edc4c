package io.github.wxcard.sandbox.service;

/** A file that came in a form. */
public record Upload(byte[] content) {}
