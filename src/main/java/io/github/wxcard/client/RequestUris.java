package io.github.wxcard.client;

import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.util.Objects;
import java.util.StringJoiner;

/** Full addresses from base, path, query and token. */
final class RequestUris {
  private final ResolvedAccount target;
  private volatile Made last = new Made("", null, null);

  RequestUris(ResolvedAccount target) {
    this.target = target;
  }

  private record Made(String path, String token, URI address) {}

  /**
   * @param token null for calls without one
   */
  URI of(ApiCall call, String token) {
    if (!call.query().isEmpty()) {
      return made(call, token);
    }
    Made known = last;
    if (!known.path.equals(call.path()) || !Objects.equals(known.token, token)) {
      // A batch calls the same address a million times, and reading one takes long.
      known = new Made(call.path(), token, made(call, token));
      last = known;
    }
    return known.address;
  }

  private URI made(ApiCall call, String token) {
    URI base = call.path().equals(QrCodes.PICTURE_PATH) ? target.mpBase() : target.apiBase();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (token != null) {
      query.add("access_token=" + QueryString.encoded(token));
    }
    call.query()
        .forEach(
            (key, value) -> query.add(QueryString.encoded(key) + "=" + QueryString.encoded(value)));
    return URI.create(base + call.path() + query);
  }
}
