package io.github.wxcard.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;

/** Files sent in a form. */
final class Uploads {
  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

  private Uploads() {}

  /** Sends a file in the field {@code media}. */
  static JsonNode media(RawSandbox raw, String query, byte[] content) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n\r\n"
            .getBytes(UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
    return RawSandbox.json(
        raw.send(
            "/cgi-bin/media/upload?access_token=" + raw.token() + query,
            builder ->
                builder
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofByteArray(form.toByteArray()))));
  }

  /** The media_id of a picture that was just uploaded. */
  static String mediaId(RawSandbox raw) {
    return media(raw, "&type=image", PNG).path("media_id").asText();
  }
}
