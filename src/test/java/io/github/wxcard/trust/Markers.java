package io.github.wxcard.trust;

import java.util.List;

/** What must not be seen: each is found nowhere else than where it belongs. */
final class Markers {
  static final String APP_ID = "wx00000000000000aa";
  static final String SECRET = "feedfacec0ffee00deadbeef5ec7e700";
  static final String TOKEN = "marker-token-in-the-store";
  static final String RENEWED_TOKEN = "marker-token-renewed";
  static final String TICKET = "marker-ticket-of-cards";
  static final String CALLBACK_TOKEN = "markerCallbackToken";
  static final String AES_KEY = "markerEncodingAesKey0123456789ABCDEFGHIJKLM";

  private Markers() {}

  static List<String> all() {
    return List.of(SECRET, TOKEN, RENEWED_TOKEN, TICKET, CALLBACK_TOKEN, AES_KEY);
  }
}
