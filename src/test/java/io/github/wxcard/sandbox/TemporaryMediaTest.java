package io.github.wxcard.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are kept for three days. */
final class TemporaryMediaTest {
  @Injected private RawSandbox raw;

  @Test
  void a_file_comes_back_as_it_was() {
    JsonNode answer = Uploads.media(raw, "&type=image", Uploads.PNG);

    assertThat(answer.fieldNames()).toIterable().containsExactly("type", "media_id", "created_at");
    assertThat(answer.path("type").asText()).isEqualTo("image");
    assertThat(answer.path("created_at").asLong()).isEqualTo(raw.clock.instant().getEpochSecond());
    HttpResponse<byte[]> file = got(answer.path("media_id").asText());
    assertThat(file.body()).isEqualTo(Uploads.PNG);
    assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
  }

  @Test
  void every_upload_has_an_id_of_its_own() {
    assertThat(Uploads.mediaId(raw))
        .matches("[A-Za-z0-9_-]{64}")
        .isNotEqualTo(Uploads.mediaId(raw));
  }

  @Test
  void after_three_days_it_is_gone() {
    String id = Uploads.mediaId(raw);
    raw.clock.advance(Duration.ofDays(3).minusSeconds(1));
    raw.forgetToken();
    assertThat(got(id).body()).isEqualTo(Uploads.PNG);

    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(RawSandbox.json(got(id)).path("errcode").asInt()).isEqualTo(40007);
    assertThat(got(id).headers().firstValue("X-Wxcard-Reason").orElseThrow())
        .contains("three%20days");
    assertThat(got(Uploads.mediaId(raw)).body()).isEqualTo(Uploads.PNG);
    assertThat(RawSandbox.json(got(id)).path("errcode").asInt()).isEqualTo(40007);
  }

  @Test
  void nobody_gets_it_without_a_token() {
    String id = Uploads.mediaId(raw);

    assertThat(raw.get("/cgi-bin/media/get?media_id=" + id).path("errcode").asInt())
        .isEqualTo(41001);
    assertThat(raw.get("/cgi-bin/media/get?access_token=x&media_id=" + id).path("errcode").asInt())
        .isEqualTo(40014);
    assertThat(RawSandbox.json(got("")).path("errcode").asInt()).isEqualTo(40007);
    assertThat(RawSandbox.json(got("nothing")).path("errcode").asInt()).isEqualTo(40007);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 123, 40004",
    "&type=picture, 123, 40004",
    "&type=image, '', 44001",
    "&type=image, GIF89a, 40137",
    "&type=voice, any, 0",
    "&type=video, any, 0"
  })
  void what_is_uploaded_is_checked(String query, String content, int errcode) {
    assertThat(Uploads.media(raw, query, content.getBytes(UTF_8)).path("errcode").asInt())
        .isEqualTo(errcode);
  }

  @Test
  void the_picture_of_a_video_is_named_otherwise() {
    assertThat(Uploads.media(raw, "&type=thumb", Uploads.PNG).has("thumb_media_id")).isTrue();
  }

  private HttpResponse<byte[]> got(String id) {
    return raw.send(
        "/cgi-bin/media/get?access_token=" + raw.token() + "&media_id=" + id,
        HttpRequest.Builder::GET);
  }
}
