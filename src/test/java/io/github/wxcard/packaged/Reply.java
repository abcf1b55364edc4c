package io.github.wxcard.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back on a connection before it ended: an answer, a part of one, or nothing. */
public final class Reply {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
  private static final String END_OF_HEAD = "\r\n\r\n";

  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  boolean isNothing() {
    return bytes.size() == 0;
  }

  /** Whether it is as long as it says it is. */
  public boolean isWhole() {
    Matcher length = LENGTH.matcher(text());
    return length.find() && bytes.size() - bodyStart() == Integer.parseInt(length.group(1));
  }

  /** The body of a whole answer. */
  public JsonNode json() {
    if (!isWhole()) {
      throw new AssertionError("not a whole answer: " + this);
    }
    try {
      return Json.read(Arrays.copyOfRange(bytes.toByteArray(), bodyStart(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return isNothing() ? "nothing" : text();
  }

  private int bodyStart() {
    int end = text().indexOf(END_OF_HEAD);
    return end < 0 ? bytes.size() : end + END_OF_HEAD.length();
  }

  /** A character for each byte, so that positions agree. */
  private String text() {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
