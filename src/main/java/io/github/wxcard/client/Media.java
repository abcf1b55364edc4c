package io.github.wxcard.client;

import java.util.Map;

/** Uploads: pictures of cards, and files that WeChat keeps for three days. */
public final class Media {
  private final ApiClient api;

  Media(ApiClient api) {
    this.api = api;
  }

  /**
   * Uploads a PNG or JPEG of at most 1 MB.
   *
   * @return its URL, which works inside WeChat only
   */
  public String uploadLogo(String fileName, byte[] image) {
    RequestPayload form = MultipartBody.file("buffer", fileName, image);
    return api.call(ApiCall.post("/cgi-bin/media/uploadimg", form, Idempotency.IDEMPOTENT))
        .text("url");
  }

  /**
   * Uploads a picture for three days: {@code POST /cgi-bin/media/upload}.
   *
   * @return its {@code media_id}
   */
  public String uploadForDays(String fileName, byte[] image) {
    RequestPayload form = MultipartBody.file("media", fileName, image);
    ApiCall call =
        ApiCall.post("/cgi-bin/media/upload", form, Idempotency.IDEMPOTENT)
            .with(Map.of("type", "image"));
    return api.call(call).text("media_id");
  }
}
