package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * What comes in by the sandbox's port. The words TOKEN, CARD, CODE and TICKET stand for those of a
 * card that somebody holds.
 */
final class SandboxPortTarget implements FuzzTarget {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-01T04:00:00Z"), ZoneOffset.UTC);
  private static final int TIMEOUT_MILLIS = 5000;
  private static final int INPUTS_OF_A_STATE = 500;

  /** What the sandbox did not foresee; a fault that was asked for is foreseen. */
  private static final Pattern DEFECT = Pattern.compile("-> -1: (?!fault )");

  /** What may change how the sandbox behaves towards those who come next. */
  private static final Pattern CONTROLS = Pattern.compile("(?i)sandbox|%");

  private final Queue<String> defects = new ConcurrentLinkedQueue<>();
  private final Sandbox sandbox;
  private String token;
  private String card;
  private String code;
  private String ticket;
  private int inputs;

  SandboxPortTarget() throws IOException {
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1", 0, Optional.empty(), Optional.empty(), CLOCK, new Random(1));
    sandbox = Sandbox.start(options, this::note);
    prepare();
  }

  private void note(String refusal) {
    if (DEFECT.matcher(refusal).find()) {
      defects.add(refusal);
    }
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void take(byte[] input) throws IOException {
    String answer =
        send(
            new String(input, StandardCharsets.ISO_8859_1)
                .replace("TOKEN", token)
                .replace("CARD", card)
                .replace("CODE", code)
                .replace("TICKET", ticket));
    if (!answer.isEmpty() && !answer.startsWith("HTTP/1.1 ")) {
      throw new AssertionError("no answer of HTTP: " + answer);
    }
    String defect = defects.poll();
    if (defect != null) {
      throw new AssertionError(defect);
    }
  }

  @Override
  public void tidy(byte[] input) throws IOException {
    if (CONTROLS.matcher(new String(input, StandardCharsets.ISO_8859_1)).find()
        || ++inputs % INPUTS_OF_A_STATE == 0) {
      post("/sandbox/reset", "{}");
      prepare();
    } else {
      post("/card/get?access_token=" + token, "{\"card_id\": \"x\"}");
    }
  }

  /** The sandbox works in threads of its own. */
  @Override
  public long allocated() {
    long[] ids = FuzzTarget.threads().getAllThreadIds();
    return LongStream.of(FuzzTarget.threads().getThreadAllocatedBytes(ids))
        .filter(n -> n > 0)
        .sum();
  }

  private void prepare() throws IOException {
    token =
        post(
                "/cgi-bin/stable_token",
                "{\"grant_type\": \"client_credential\", \"appid\": \"%s\", \"secret\": \"%s\"}"
                    .formatted(sandbox.appId(), sandbox.secret()))
            .path("access_token")
            .asText();
    String query = "?access_token=" + token;
    String definition = Json.write(Samples.changed("groupon.json", "/base_info/sku/quantity=1000"));
    card = post("/card/create" + query, definition).path("card_id").asText();
    post("/sandbox/approve", "{\"card_id\": \"" + card + "\"}");
    String qr =
        "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": {\"card_id\": \"%s\"}}}";
    ticket = post("/card/qrcode/create" + query, qr.formatted(card)).path("ticket").asText();
    String scan = "{\"ticket\": \"%s\", \"username\": \"li\"}";
    code = post("/sandbox/scan", scan.formatted(ticket)).path("code").asText();
    if (code.isEmpty()) {
      throw new AssertionError("no card can be had");
    }
  }

  private JsonNode post(String path, String body) throws IOException {
    String answer =
        send(
            "POST %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(
                    path,
                    sandbox.base().getAuthority(),
                    body.getBytes(StandardCharsets.UTF_8).length,
                    new String(
                        body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    int start = answer.indexOf("\r\n\r\n");
    if (start < 0) {
      throw new AssertionError("it no longer answers: " + answer);
    }
    return Json.read(answer.substring(start + 4).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends text, each char a byte, and gives back all that comes before the connection ends. */
  private String send(String request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(sandbox.base().getHost(), sandbox.base().getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      // It hung up, as it may on anything that is no request.
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
