package io.github.wxcard.trust;

import java.io.IOException;

/** Where strangers' bytes come in. */
enum Entrance {
  LENIENT_JSON("LenientJson", 1000),
  CONFIG("Config", 1000),
  EVENT_XML("EventXml", 2000),
  DECRYPTION("Decryption", 2000),
  REQUEST("Request", 500),
  TERMINAL("Terminal", 500);

  private final String folder;
  private final int mutations;

  Entrance(String folder, int mutations) {
    this.folder = folder;
    this.mutations = mutations;
  }

  /** What its test and its folder of inputs are named after. */
  String folder() {
    return folder;
  }

  /** How many can be tried in a second or two. */
  int mutations() {
    return mutations;
  }

  FuzzTarget open() throws IOException {
    return switch (this) {
      case LENIENT_JSON -> new DocumentReaderTarget();
      case CONFIG -> new ConfigTarget();
      case EVENT_XML -> new EventXmlTarget();
      case DECRYPTION -> new DecryptionTarget();
      case REQUEST -> new SandboxPortTarget();
      case TERMINAL -> new TerminalTarget();
    };
  }
}
