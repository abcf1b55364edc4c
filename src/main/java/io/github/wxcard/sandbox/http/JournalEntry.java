package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.CallResult.Trace;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import io.github.wxcard.text.Excerpt;
import io.github.wxcard.text.QueryString;
import io.github.wxcard.text.SecretMask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A request and its answer as the journal keeps them: cut short, and secrets masked. */
final class JournalEntry implements Supplier<ObjectNode> {
  /** What is kept of a body. */
  private static final int LONGEST = 4096;

  static final SecretMask MASK = new SecretMask(List.of(SandboxAccount.SECRET));

  private final String clientIp;
  private final String method;
  private final String path;
  private final String queryText;
  private final Content request;
  private final int status;
  private final Response.Effect effect;
  private final Content answer;
  private final Integer errcode;
  private final Optional<Trace> trace;
  private final String reason;
  private final long now;
  private final long micros;

  JournalEntry(Request request, CallResult result, long now, long micros) {
    this.clientIp = request.remote().getHostAddress();
    this.method = request.method();
    this.path = request.path();
    this.queryText = request.queryText();
    this.request = Content.of(request.contentType(), request.content());
    Response response = result.response();
    this.status = response.status();
    this.effect = response.effect();
    this.answer = Content.of(response.headers().get("Content-Type"), response.content());
    this.errcode = result.refusal() == null ? null : (Integer) result.refusal().errcode();
    this.trace = result.trace();
    this.reason = result.refusal() == null ? result.remark() : result.refusal().getMessage();
    this.now = now;
    this.micros = micros;
  }

  @Override
  public ObjectNode get() {
    ObjectNode entry = Json.object();
    entry.put("time", Instant.ofEpochSecond(now).toString());
    entry.put("method", method);
    entry.put("path", cut(MASK.text(path)));
    entry.set("query", maskedQuery());
    entry.put("request", masked(request.shown()));
    entry.put("status", effect.drop() ? 0 : status);
    if (errcode != null) {
      entry.put("errcode", errcode);
    }
    trace.ifPresent(each -> entry.put(each.name(), each.value()));
    if (!reason.isEmpty()) {
      entry.put("reason", masked(reason));
    }
    if (effect.delayMillis() > 0) {
      entry.put("delayed_ms", effect.delayMillis());
    }
    entry.put("answer", masked(answer.shown()));
    entry.put("client_ip", clientIp);
    return entry.put("ms", micros / 1000.0);
  }

  private ObjectNode maskedQuery() {
    ObjectNode shown = Json.object();
    new TreeMap<>(QueryString.parse(queryText))
        .forEach((name, value) -> shown.put(cut(name), cut(MASK.value(name, value))));
    return shown;
  }

  /** Tickets to sign with are secrets; those of QR codes are on every poster. */
  private String masked(String text) {
    return path.endsWith("/getticket") ? MASK.textWithTickets(text) : MASK.text(text);
  }

  private static String cut(String text) {
    return Excerpt.of(text, LONGEST);
  }

  /** What is kept of a body: large ones are not held until the entry is written. */
  private record Content(String mediaType, byte[] start, int size) {
    static Content of(String mediaType, byte[] content) {
      byte[] start = content.length <= LONGEST ? content : Arrays.copyOf(content, LONGEST);
      return new Content(mediaType, start, content.length);
    }

    String shown() {
      if (size == 0) {
        return "";
      }
      if (mediaType != null
          && (mediaType.startsWith("multipart/") || mediaType.startsWith("image/"))) {
        return "(" + mediaType.replaceAll(";.*", "") + ", " + size + " bytes)";
      }
      String text = new String(start, StandardCharsets.UTF_8);
      return size == start.length ? text : text + "… (" + size + " bytes)";
    }
  }
}
