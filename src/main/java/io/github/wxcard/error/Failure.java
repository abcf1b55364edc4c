package io.github.wxcard.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Language;
import io.github.wxcard.text.UntrustedFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a command could not do what it was asked: what failed, what it means, what to do next. The
 * only exception that reaches a person; everything else is a defect and ends in {@link
 * FailureKind#INTERNAL}.
 */
public final class Failure extends RuntimeException {
  private final FailureKind kind;
  private final Integer errcode;
  private final String errmsg;
  private String reason;
  private String meaning;
  private String fix;
  private boolean retryable;
  private Language language;
  private final List<String> details = new ArrayList<>();
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  private Failure(FailureKind kind, String what, Integer errcode, String errmsg) {
    super(what);
    this.kind = kind;
    this.errcode = errcode;
    this.errmsg = errmsg;
  }

  /** A failure that WeChat has no number for. */
  public static Failure of(FailureKind kind, String what, String fix) {
    Failure failure = new Failure(kind, what, null, null);
    failure.fix = fix;
    return failure;
  }

  /**
   * A file is needed that somebody else may have written.
   *
   * @param file its kind and name
   */
  public static Failure untrusted(String file, UntrustedFileException why) {
    return of(FailureKind.CONFIG, file + " " + why.getMessage(), why.remedy()).causedBy(why);
  }

  /**
   * WeChat's refusal of a call.
   *
   * @param call method and path, as in {@code "POST /card/create"}
   * @param errmsg the server's own text, tail included
   */
  public static Failure refused(String call, int errcode, String errmsg) {
    String path = call.substring(call.indexOf(' ') + 1);
    Optional<ErrorCode> known = ErrorTable.find(errcode, path);
    FailureKind kind = known.map(ErrorCode::kind).orElse(FailureKind.REFUSED);
    Failure failure = new Failure(kind, call, errcode, errmsg);
    failure.meaning = known.map(ErrorCode::meaning).orElse(null);
    failure.fix = known.map(ErrorCode::remedy).orElse(null);
    failure.retryable = known.map(code -> code.retry().worthRepeating()).orElse(false);
    return failure;
  }

  /** Why a sandbox refused, in its own words; WeChat never says. */
  public Failure reason(String text) {
    this.reason = text;
    return this;
  }

  public Failure meaning(String text) {
    this.meaning = text;
    return this;
  }

  public Failure fix(String text) {
    this.fix = text;
    return this;
  }

  public Failure retryable(boolean value) {
    this.retryable = value;
    return this;
  }

  /** A further line for a person, printed under the first one. */
  public Failure detail(String line) {
    details.add(line);
    return this;
  }

  /** A further member of the JSON form. */
  public Failure extra(String key, JsonNode value) {
    extras.put(key, value);
    return this;
  }

  public Failure causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** Says meaning and fix in a language; once they are said in one, they stay as they are. */
  public Failure in(Language chosen) {
    if (language == null) {
      language = chosen;
      meaning = meaning == null ? null : Translation.of(meaning, chosen);
      fix = fix == null ? null : Translation.of(fix, chosen);
    }
    return this;
  }

  /** The same, told as one of another kind. */
  public Failure as(FailureKind other, String what) {
    Failure failure = new Failure(other, what, errcode, errmsg);
    failure.meaning = meaning;
    failure.fix = fix;
    failure.retryable = retryable;
    failure.language = language;
    failure.details.addAll(details);
    failure.extras.putAll(extras);
    failure.initCause(this);
    return failure;
  }

  public FailureKind kind() {
    return kind;
  }

  public Optional<Integer> errcode() {
    return Optional.ofNullable(errcode);
  }

  public Optional<String> errmsg() {
    return Optional.ofNullable(errmsg);
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<String> meaning() {
    return Optional.ofNullable(meaning);
  }

  public Optional<String> fix() {
    return Optional.ofNullable(fix);
  }

  /** The one that meaning and fix are said in. */
  public Language language() {
    return language == null ? Language.EN : language;
  }

  public boolean retryable() {
    return retryable;
  }

  public List<String> details() {
    return List.copyOf(details);
  }

  /**
   * {@code {"error":{"kind","errcode","errmsg","reason","meaning","fix","retryable"}}}, the reason
   * only where there is one.
   */
  public JsonNode json() {
    ObjectNode error = Json.object();
    error.put("kind", kind.label());
    error.put("errcode", errcode);
    error.put("errmsg", errmsg == null ? getMessage() : errmsg);
    if (reason != null) {
      error.put("reason", reason);
    }
    error.put("meaning", meaning);
    error.put("fix", fix);
    error.put("retryable", retryable);
    extras.forEach(error::set);
    ObjectNode document = Json.object();
    document.set("error", error);
    return document;
  }
}
