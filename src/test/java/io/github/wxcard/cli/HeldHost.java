package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.PlainHost;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An account's host that answers some calls at once, and the others when the test says what. */
final class HeldHost implements AutoCloseable {
  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final Map<String, String> prompt = new HashMap<>();
  private final PlainHost host;

  HeldHost() {
    host = PlainHost.answering(this::answer);
    prompt.put("/cgi-bin/stable_token", "{\"access_token\":\"t\",\"expires_in\":7200}");
  }

  /** What a path answers at once; to be said before the program runs. */
  HeldHost answering(String path, String json) {
    prompt.put(path, json);
    return this;
  }

  /** What the calls that wait are answered. */
  void answer(String json) {
    answer.complete(json);
  }

  /** Returns when a call of this path has come that is not answered at once. */
  void await(String path) throws InterruptedException {
    assertThat(waiting.poll(60, TimeUnit.SECONDS)).as("a request").contains(path);
  }

  long sent(String path) {
    return host.requests().stream().filter(request -> path(request).equals(path)).count();
  }

  Map<String, String> account() {
    return Map.of(
        "WXCARD_API_BASE", host.base().toString(),
        "WXCARD_APPID", "wx0123456789abcdef",
        "WXCARD_SECRET", "0123456789abcdef0123456789abcdef");
  }

  private boolean answer(String request, OutputStream out) throws IOException {
    String body = request.contains("\"force_refresh\":true") ? null : prompt.get(path(request));
    if (body == null) {
      waiting.add(request);
      body = answer.join();
    }
    PlainHost.write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.getBytes(StandardCharsets.UTF_8).length, body));
    return true;
  }

  private static String path(String request) {
    return request.split("[ ?]", 3)[1];
  }

  @Override
  public void close() {
    answer.complete("{}");
    host.close();
  }
}
