package io.github.wxcard.junit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.time.Duration;

/** What shall go wrong with calls, as {@code wxcard sandbox fault add} takes it. */
public final class SandboxFault {
  private final ObjectNode body = Json.object();

  private SandboxFault() {}

  /** A fault of the calls of one path, such as {@code /card/code/consume}. */
  public static SandboxFault on(String path) {
    SandboxFault fault = new SandboxFault();
    fault.body.put("path", path);
    return fault;
  }

  /** A fault of every call of the API. */
  public static SandboxFault onAll() {
    return new SandboxFault();
  }

  /** Refused with this number; nothing is done. */
  public SandboxFault errcode(int errcode) {
    body.put("errcode", errcode);
    return this;
  }

  /** Answered with this HTTP status; nothing is done. */
  public SandboxFault http(int status) {
    body.put("http", status);
    return this;
  }

  /** The connection is cut before anything is done. */
  public SandboxFault drop() {
    body.put("drop", true);
    return this;
  }

  /** Half an answer comes after everything was done. */
  public SandboxFault truncate() {
    body.put("truncate", true);
    return this;
  }

  /** The answer comes late. */
  public SandboxFault delay(Duration time) {
    body.put("delay_ms", time.toMillis());
    return this;
  }

  /** How many calls a day pass before 45009. */
  public SandboxFault daily(int calls) {
    body.put("daily", calls);
    return this;
  }

  /** How many calls a minute pass before 45011. */
  public SandboxFault perMinute(int calls) {
    body.put("per_minute", calls);
    return this;
  }

  /** Strikes so often and then no more. */
  public SandboxFault times(int times) {
    body.put("times", times);
    return this;
  }

  /** How likely it strikes, above 0 to 1. */
  public SandboxFault rate(double rate) {
    body.put("rate", rate);
    return this;
  }

  ObjectNode body() {
    return body;
  }
}
