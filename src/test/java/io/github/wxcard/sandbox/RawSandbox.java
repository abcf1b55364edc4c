package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.AccessRules;
import io.github.wxcard.sandbox.http.EventDelivery;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** A sandbox spoken to over plain HTTP, with a clock that the test moves. */
final class RawSandbox implements AutoCloseable {
  static final String CREDENTIALS =
      "appid=wx5a4db0c0000c0de1&secret=0123456789abcdef0123456789abcdef";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final MovableClock clock;
  final Sandbox sandbox;
  private String token;
  private String reason = "";

  private RawSandbox(Optional<Path> db, MovableClock clock, long seed, AccountPolicy policy) {
    this.clock = clock;
    this.sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1", 0, db, Optional.empty(), clock, new Random(seed), policy));
  }

  private RawSandbox(MovableClock clock, Sandbox sandbox) {
    this.clock = clock;
    this.sandbox = sandbox;
  }

  static RawSandbox inMemory() {
    return inMemory(AccountPolicy.USUAL);
  }

  static RawSandbox inMemory(AccountPolicy policy) {
    return new RawSandbox(Optional.empty(), new MovableClock("2026-10-01T04:00:00Z"), 1, policy);
  }

  static RawSandbox on(Path db, long seed) {
    return on(db, seed, AccountPolicy.USUAL);
  }

  static RawSandbox on(Path db, long seed, AccountPolicy policy) {
    return new RawSandbox(Optional.of(db), new MovableClock("2026-10-01T04:00:00Z"), seed, policy);
  }

  /** A sandbox that delivers its events at a pace of its own. */
  static RawSandbox delivering(Path db, MovableClock clock, EventDelivery.Policy pace) {
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1",
            0,
            Optional.of(db),
            Optional.empty(),
            clock,
            new Random(1),
            AccountPolicy.USUAL,
            true,
            AccessRules.LOCAL);
    return new RawSandbox(clock, Sandbox.start(options, refusal -> {}, pace));
  }

  /** A token that {@link #call} adds; a new one after {@link #forgetToken}. */
  String token() {
    if (token == null) {
      token =
          get("/cgi-bin/token?grant_type=client_credential&" + CREDENTIALS)
              .path("access_token")
              .asText();
    }
    return token;
  }

  void forgetToken() {
    token = null;
  }

  /** POSTs JSON with a token. */
  JsonNode call(String path, String body) {
    return post(path + "?access_token=" + token(), body);
  }

  /** POSTs JSON with a token and expects success. */
  JsonNode done(String path, String body) {
    JsonNode answer = call(path, body);
    assertThat(answer.path("errcode").asInt()).as("%s %s: %s", path, body, answer).isZero();
    return answer;
  }

  /** POSTs JSON with a token and gives back the refusal's number. */
  int errcode(String path, String body) {
    return call(path, body).path("errcode").asInt();
  }

  /** An object of texts, names in turn with their values. */
  static String body(String... fields) {
    ObjectNode body = Json.object();
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return Json.write(body);
  }

  /** A card's review ends well. */
  void approve(String cardId) {
    done("/sandbox/approve", body("card_id", cardId));
  }

  /** Creates a card and gives back its id. */
  String create(String definition) {
    return done("/card/create", definition).path("card_id").asText();
  }

  /** A QR code's ticket for a card. */
  String ticket(String cardId) {
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s"}}}
        """;
    return done("/card/qrcode/create", body.formatted(cardId)).path("ticket").asText();
  }

  /** Somebody scans a ticket. */
  JsonNode scan(String ticket, String name) {
    return post(
        "/sandbox/scan",
        """
        {"ticket": "%s", "username": "%s"}
        """
            .formatted(ticket, name));
  }

  /** An approved card in somebody's hand: the answer to the scan. */
  JsonNode claimed(String definition, String name) {
    String cardId = create(definition);
    approve(cardId);
    JsonNode claim = scan(ticket(cardId), name);
    assertThat(claim.path("errcode").asInt()).as("%s", claim).isZero();
    return claim;
  }

  JsonNode post(String path, String body) {
    return json(send(path, builder -> builder.POST(BodyPublishers.ofString(body))));
  }

  JsonNode get(String path) {
    return json(send(path, HttpRequest.Builder::GET));
  }

  HttpResponse<byte[]> send(String path, Shape shape) {
    URI address = path.startsWith("http:") ? URI.create(path) : sandbox.base().resolve(path);
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(shape.on(HttpRequest.newBuilder(address)).build(), BodyHandlers.ofByteArray());
      Provoked.note(answer);
      reason = answer.headers().firstValue("X-Wxcard-Reason").map(RawSandbox::decode).orElse("");
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return Json.read(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why the last call was refused; empty when it was not. */
  String lastReason() {
    return reason;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** Gives a request its method and body. */
  interface Shape {
    HttpRequest.Builder on(HttpRequest.Builder builder);
  }
}
