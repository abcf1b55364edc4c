package io.github.wxcard.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageServiceTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @ValueSource(strings = {"buffer", "media"})
  void an_image_is_kept_and_shown_again(String field) {
    JsonNode answer = upload(field, PNG);

    assertThat(answer.has("errcode")).isFalse();
    String url = answer.path("url").asText();
    assertThat(url).startsWith(raw.sandbox.base() + "/mmbiz/").endsWith("/0");
    HttpResponse<byte[]> image = raw.send(url, builder -> builder.GET());
    assertThat(image.body()).isEqualTo(PNG);
    assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
  }

  @Test
  void the_same_image_has_the_same_url() {
    assertThat(upload("buffer", PNG)).isEqualTo(upload("buffer", PNG));
  }

  @Test
  void the_file_is_found_behind_other_fields() {
    String body =
        """
        --b\r
        Content-Disposition: form-data; name="type"\r
        \r
        image\r
        --b\r
        Content-Disposition: form-data; name="media"; filename="标.jpg"\r
        Content-Type: image/jpeg\r
        \r
        """;
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(body.getBytes(UTF_8));
    form.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 13, 10, 13, 10, '-', '-'});
    form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));

    String url =
        post(form.toByteArray(), "multipart/form-data; boundary=\"b\"").path("url").asText();

    assertThat(raw.send(url, builder -> builder.GET()).body())
        .isEqualTo(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 13, 10, 13, 10, '-', '-'});
  }

  @Test
  void what_cannot_be_a_logo_is_refused() {
    assertThat(errcode(upload("buffer", new byte[0]))).isEqualTo(44001);
    assertThat(errcode(upload("buffer", "GIF89a".getBytes(UTF_8)))).isEqualTo(40137);
    assertThat(errcode(upload("file", PNG))).isEqualTo(41005);
    assertThat(errcode(upload("buffer", Arrays.copyOf(PNG, (1 << 20) + 1)))).isEqualTo(40009);
    assertThat(upload("buffer", Arrays.copyOf(PNG, 1 << 20)).has("url")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "multipart/form-data", "multipart/form-data; boundary=b"})
  void a_body_without_a_form_has_no_file(String contentType) {
    assertThat(errcode(post("{}".getBytes(UTF_8), contentType))).isEqualTo(41005);
  }

  private static int errcode(JsonNode answer) {
    return answer.path("errcode").asInt();
  }

  private JsonNode upload(String field, byte[] content) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        "--x0\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"logo.png\"\r\n\r\n"
            .formatted(field)
            .getBytes(UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n--x0--\r\n".getBytes(UTF_8));
    return post(form.toByteArray(), "multipart/form-data; boundary=x0");
  }

  private JsonNode post(byte[] form, String contentType) {
    return RawSandbox.json(
        raw.send(
            "/cgi-bin/media/uploadimg?access_token=" + raw.token(),
            builder ->
                builder
                    .header("Content-Type", contentType)
                    .POST(BodyPublishers.ofByteArray(form))));
  }
}
