package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a call's success looks like, as the tables of calls say: how it is told, and what it holds.
 * Whatever else comes with HTTP status 200 is no success.
 */
record ResponseSchema(Telling telling, List<ExpectedField> members) {
  private static final ResponseSchema ERRCODE = new ResponseSchema(Telling.ERRCODE, List.of());
  private static final ResponseSchema ANY = new ResponseSchema(Telling.ANY, List.of());
  private static final Map<String, ResponseSchema> KNOWN = new ConcurrentHashMap<>();

  /** How an answer tells that it is a success. */
  enum Telling {
    /** By the errcode 0. */
    ERRCODE,
    /** By what it holds; an errcode may be there. */
    PLAIN,
    /** By being a picture or another file. */
    FILE,
    /** By being an object or a file. */
    ANY
  }

  /** For a call that wxcard makes itself; one that no table has must have an errcode. */
  static ResponseSchema of(ApiCall call) {
    return find(call).orElse(ERRCODE);
  }

  /** For a call that somebody wrote: most of WeChat's other calls answer without an errcode. */
  static ResponseSchema ofWritten(ApiCall call) {
    return find(call).orElse(ANY);
  }

  private static Optional<ResponseSchema> find(ApiCall call) {
    ResponseSchema known = KNOWN.get(call.name());
    if (known != null) {
      return Optional.of(known);
    }
    KnownCalls table = KnownCalls.of(call.path());
    // A server may not mind how it is spelt; whether it was done is the same question then.
    String path = call.path().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    Optional<String[]> row = table.row(call.method(), path);
    if (row.isEmpty()) {
      return table == KnownCalls.SANDBOX ? Optional.of(ERRCODE) : Optional.empty();
    }
    ResponseSchema shape = parse(row.get()[3], row.get()[4]);
    KNOWN.put(call.name(), shape);
    return Optional.of(shape);
  }

  private static ResponseSchema parse(String answer, String holds) {
    Telling telling =
        switch (answer) {
          case "errcode" -> Telling.ERRCODE;
          case "plain" -> Telling.PLAIN;
          case "file" -> Telling.FILE;
          default -> throw new IllegalStateException("no way to answer: " + answer);
        };
    List<ExpectedField> members = new ArrayList<>();
    if (!holds.isEmpty()) {
      for (String item : holds.split(" ", -1)) {
        members.add(ExpectedField.parse(item));
      }
    }
    return new ResponseSchema(telling, members);
  }

  /** Whether bytes that are no JSON can be a success. */
  boolean mayBeFile() {
    return telling == Telling.FILE || telling == Telling.ANY;
  }

  /**
   * Why an answer that refuses nothing is no success, as in "without a usable card_id"; empty when
   * it is one.
   */
  Optional<String> flaw(ApiCall call, JsonNode answer) {
    if (!answer.isObject()) {
      return Optional.of("that is not a JSON object");
    }
    boolean needsErrcode = telling == Telling.ERRCODE || answer.has("errcode");
    if (needsErrcode && !answer.path("errcode").isInt()) {
      return Optional.of("without a usable errcode");
    }
    if (telling == Telling.FILE) {
      return Optional.of("that is not a file");
    }
    JsonNode request = call.body() == null ? MissingNode.getInstance() : call.body().shown();
    for (ExpectedField member : members) {
      Optional<String> flaw = member.flaw(answer, request);
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }
}
