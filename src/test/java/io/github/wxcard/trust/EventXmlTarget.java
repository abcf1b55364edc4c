package io.github.wxcard.trust;

import io.github.wxcard.error.Failure;
import io.github.wxcard.event.CardEvent;
import io.github.wxcard.event.EventXml;
import io.github.wxcard.event.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The XML of a push, and a text that somebody wants in one. */
final class EventXmlTarget implements FuzzTarget {
  @Override
  public int times() {
    return 2;
  }

  @Override
  public void take(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      XmlReader.read(text, "the push");
    } catch (Failure told) {
      Helpful.check(told);
    }
    if (input.length < 1 << 16) {
      write(Texts.of(input));
    }
  }

  private static void write(String text) {
    CardEvent event =
        new CardEvent(
            "user_get_card", "gh_1", "o1", 1759291200, Map.of("CardId", text, "OuterStr", "tail"));
    String tail = XmlReader.read(EventXml.write(event), "the event").field("OuterStr");
    if (!tail.equals("tail")) {
      throw new AssertionError("one field got into another: " + tail);
    }
  }
}
