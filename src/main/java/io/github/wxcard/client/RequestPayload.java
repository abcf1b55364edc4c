package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.ImageFormat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A request's body.
 *
 * @param shown what a trace or a dry run shows instead of the bytes
 */
record RequestPayload(String contentType, byte[] bytes, JsonNode shown) {
  /** Raw UTF-8: WeChat refuses {@code \\uXXXX} escapes. */
  static RequestPayload json(JsonNode tree) {
    return new RequestPayload(
        "application/json", Json.write(tree).getBytes(StandardCharsets.UTF_8), tree);
  }

  /** A form with one file in it. */
  static RequestPayload file(String field, String fileName, byte[] content) {
    String boundary = boundary(content);
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + field
            + "\"; filename=\""
            + fileName.replaceAll("[\\p{Cntrl}\"\\\\]", "_")
            + "\"\r\nContent-Type: "
            + ImageFormat.of(content).orElse(ImageFormat.JPEG).mediaType()
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 512);
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    String shown = "form with " + field + "=" + fileName + " (" + content.length + " bytes)";
    return new RequestPayload(
        "multipart/form-data; boundary=" + boundary,
        bytes.toByteArray(),
        JsonNodeFactory.instance.textNode(shown));
  }

  /** Any text that the content does not hold; what the content is decides, so runs are alike. */
  private static String boundary(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String boundary = "wxcard-form";
    for (int i = 0; text.contains(boundary); i++) {
      boundary = "wxcard-form-" + i;
    }
    return boundary;
  }
}
