package io.github.wxcard.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by hand, for what a client library would not send, or would not show of an answer. */
public record Wire(URI base) {
  /**
   * Sends a POST and gives back all that comes until the connection ends.
   *
   * @param headers each with its line break
   */
  String post(String path, String headers, String body) {
    String request =
        "POST %s HTTP/1.1\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(path, headers, body.getBytes(StandardCharsets.UTF_8).length, body);
    return exchange(request);
  }

  /** Sends a text as it is and gives back all that comes until the connection ends. */
  public String exchange(String request) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #post(String, String, String)}, from this machine. */
  String post(String path, String body) {
    return post(path, "Host: " + base.getAuthority() + "\r\n", body);
  }
}
