package io.github.wxcard.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A running sandbox: where an SDK finds it, and the user's, the reviewer's and the clock's side of
 * it. What the sandbox refuses is an {@link IllegalStateException} with the reason.
 */
public final class SandboxHandle {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Sandbox sandbox;
  private final SandboxTime clock = new SandboxTime();

  SandboxHandle(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What stands in for {@code https://api.weixin.qq.com}. */
  public URI baseUrl() {
    return sandbox.base();
  }

  /** The account's AppID. */
  public String appId() {
    return sandbox.appId();
  }

  /** The account's AppSecret. */
  public String secret() {
    return sandbox.secret();
  }

  /**
   * A user scans a QR code and claims its card.
   *
   * @param url that of the code, or its ticket
   * @param user any name; its openid is made on first mention
   * @return {@code {"card_id","code","openid",…}}
   */
  public JsonNode scan(String url, String user) {
    return post("/sandbox/scan", Json.object().put("url", url).put("username", user));
  }

  /** The review of a card ends well. */
  public void approve(String cardId) {
    post("/sandbox/approve", Json.object().put("card_id", cardId));
  }

  /** The review of a card ends badly. */
  public void reject(String cardId, String reason) {
    post("/sandbox/reject", Json.object().put("card_id", cardId).put("reason", reason));
  }

  /** The sandbox's time, which tokens, QR codes, cards and statistics follow. */
  public SandboxTime clock() {
    return clock;
  }

  /** Makes calls fail from now on. */
  public void fault(SandboxFault fault) {
    post("/sandbox/faults", fault.body());
  }

  /** Lets calls be as they were before any fault. */
  public void clearFaults() {
    send(HttpRequest.newBuilder(baseUrl().resolve("/sandbox/faults")).DELETE().build());
  }

  /** Requests and answers, the oldest first, as {@code wxcard sandbox journal --json} has them. */
  public List<JsonNode> requests() {
    return list("/sandbox/journal", "entries");
  }

  /** What happened to cards, the oldest first, as {@code wxcard sandbox events --json} has it. */
  public List<JsonNode> events() {
    return list("/sandbox/events", "events");
  }

  /** Forgets everything: a new account. */
  public void reset() {
    post("/sandbox/reset", Json.object());
  }

  /** The time in a sandbox. */
  public final class SandboxTime {
    private SandboxTime() {}

    /** Moves it on, by whole seconds. */
    public void advance(Duration time) {
      boolean wholeDays = time.equals(Duration.ofDays(time.toDays()));
      String step = wholeDays ? time.toDays() + "d" : time.toSeconds() + "s";
      post("/sandbox/clock", Json.object().put("advance", step));
    }

    /** Takes it back to the real time. */
    public void reset() {
      post("/sandbox/clock", Json.object().put("reset", true));
    }
  }

  private List<JsonNode> list(String path, String member) {
    JsonNode answer = send(HttpRequest.newBuilder(baseUrl().resolve(path)).GET().build());
    return StreamSupport.stream(answer.path(member).spliterator(), false).toList();
  }

  private JsonNode post(String path, ObjectNode body) {
    return send(
        HttpRequest.newBuilder(baseUrl().resolve(path))
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build());
  }

  private static JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      JsonNode answer = Json.read(response.body());
      if (answer.path("errcode").asInt() != 0) {
        throw new IllegalStateException(refusal(request, response, answer));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a call of the sandbox", e);
    }
  }

  private static String refusal(
      HttpRequest request, HttpResponse<byte[]> response, JsonNode answer) {
    String reason = response.headers().firstValue("X-Wxcard-Reason").orElse("");
    return String.format(
        Locale.ROOT,
        "%s %s: errcode %d %s: %s",
        request.method(),
        request.uri().getPath(),
        answer.path("errcode").asInt(),
        answer.path("errmsg").asText(),
        URLDecoder.decode(reason.replace("+", "%2B"), StandardCharsets.UTF_8));
  }
}
