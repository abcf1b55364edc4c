package io.github.wxcard.cli.event;

/** What a command wants the EncodingAESKey for. */
enum KeyUse {
  NONE,
  /** Nothing is lost without it unless a message turns out to be encrypted. */
  IF_KNOWN,
  NEEDED
}
