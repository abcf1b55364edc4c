package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** What an encrypted message says. */
record DecryptedMessage(String clear) implements Result {
  @Override
  public JsonNode json() {
    return MessageJson.of(XmlReader.read(clear, "the decrypted message"));
  }

  @Override
  public void text(Page page) {
    page.data(clear);
  }
}
