package io.github.wxcard.client;

/** Image upload: {@code POST /cgi-bin/media/uploadimg}. */
public final class Media {
  private final Api api;

  Media(Api api) {
    this.api = api;
  }

  /**
   * Uploads a PNG or JPEG of at most 1 MB.
   *
   * @return its URL, which works inside WeChat only
   */
  public String uploadLogo(String fileName, byte[] image) {
    Payload form = Multipart.file("buffer", fileName, image);
    return api.call(Call.post("/cgi-bin/media/uploadimg", form, Repeat.FREELY)).text("url");
  }
}
