package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.Excerpt;
import java.util.Optional;
import java.util.function.Consumer;

/** A call the sandbox refuses: WeChat's error code, and why in words. */
public final class ApiException extends RuntimeException {
  /** Reasons quote what callers sent, which may be megabytes. */
  private static final int LONGEST = 500;

  private final int errcode;
  private final transient Optional<String> place;
  private final transient Optional<Consumer<Transaction>> aftermath;
  private transient ObjectNode further = Json.object();

  /**
   * @param reason which field and which rule, for a person; it is no part of the answer
   */
  public ApiException(int errcode, String reason) {
    this(errcode, reason, null, Optional.empty(), Optional.empty());
  }

  public ApiException(int errcode, String reason, Throwable cause) {
    this(errcode, reason, cause, Optional.empty(), Optional.empty());
  }

  private ApiException(
      int errcode,
      String reason,
      Throwable cause,
      Optional<String> place,
      Optional<Consumer<Transaction>> aftermath) {
    // A refusal is an everyday answer, so it carries no stack trace.
    super(brief(reason), cause, false, false);
    this.errcode = errcode;
    this.place = place;
    this.aftermath = aftermath;
  }

  /** The same, with what is done in a transaction of its own once the call's is undone. */
  public ApiException followedBy(Consumer<Transaction> change) {
    return new ApiException(errcode, getMessage(), getCause(), place, Optional.of(change))
        .carrying(further);
  }

  /** The same, with the JSON pointer of what is to blame in the body; empty for all of it. */
  public ApiException at(String pointer) {
    return new ApiException(errcode, getMessage(), getCause(), Optional.of(pointer), aftermath)
        .carrying(further);
  }

  /** Where in the body the fault is, where that is known. */
  public Optional<String> place() {
    return place;
  }

  public ApiException saying(String reason) {
    return new ApiException(errcode, reason, getCause(), place, aftermath).carrying(further);
  }

  /** The same, with what the answer says beside the error. */
  public ApiException carrying(ObjectNode members) {
    further = members;
    return this;
  }

  /** What the answer says beside the error; mostly nothing. */
  public ObjectNode further() {
    return further;
  }

  /** What is to be done although the call is refused. */
  public Optional<Consumer<Transaction>> aftermath() {
    return aftermath;
  }

  public int errcode() {
    return errcode;
  }

  /** In one line: journals and terminals show it. */
  private static String brief(String reason) {
    return Excerpt.of(reason, LONGEST).replaceAll("\\p{Cc}", " ");
  }
}
