package io.github.wxcard.client;

import io.github.wxcard.text.ImageFormat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with one file in it. */
final class MultipartBody {
  private MultipartBody() {}

  static RequestPayload file(String field, String fileName, byte[] content) {
    String boundary = boundary(content);
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + field
            + "\"; filename=\""
            + quoted(fileName)
            + "\"\r\nContent-Type: "
            + ImageFormat.of(content).orElse(ImageFormat.JPEG).mediaType()
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 512);
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return RequestPayload.described(
        "multipart/form-data; boundary=" + boundary,
        bytes.toByteArray(),
        "form with " + field + "=" + fileName + " (" + content.length + " bytes)");
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

  private static String quoted(String fileName) {
    return fileName.replaceAll("[\\p{Cntrl}\"\\\\]", "_");
  }
}
