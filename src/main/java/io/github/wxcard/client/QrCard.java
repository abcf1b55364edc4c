package io.github.wxcard.client;

/** One of several cards behind one QR code; null leaves code or outerStr out. */
public record QrCard(String cardId, String code, String outerStr) {}
