package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.BodyValidator;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import java.util.Optional;

/**
 * One line of the route table: what answers on a path, and how much of WeChat's endpoint that is.
 *
 * @param open whether it answers without an access token
 * @param bare whether success carries no {@code errcode}
 * @param mode what it needs of the state
 * @param action what answers in JSON, unless there is a page
 * @param page what answers with something else, such as an image
 * @param coverage how much of the endpoint there is
 * @param note what is missing, or why it is refused
 */
record Route(
    Verb verb,
    String path,
    boolean open,
    boolean bare,
    Mode mode,
    Action action,
    Optional<Page> page,
    Coverage coverage,
    String note) {
  private static final String CARD_API = "/card/";
  private static final String CONTROLS = "/sandbox/";

  /** Which methods a path takes, and the error code for any other. */
  enum Verb {
    GET(43001),
    POST(43002),
    DELETE(43002),
    ANY(43002);

    private final int errcode;

    Verb(int errcode) {
      this.errcode = errcode;
    }

    private boolean takes(String method) {
      return this == ANY ? GET.takes(method) || POST.takes(method) : name().equals(method);
    }

    int errcode() {
      return errcode;
    }
  }

  /** What an action needs of the state. */
  enum Mode {
    READS,
    /** Reads what the journal knows, which is written a moment after each answer. */
    READS_JOURNAL,
    WRITES
  }

  /** How much of an endpoint the sandbox plays. */
  enum Coverage {
    COMPLETE,
    PARTIAL,
    REFUSED
  }

  /** What a call does to the state, and what it answers beside {@code errcode}. */
  @FunctionalInterface
  interface Action {
    /** Answers, or throws an {@link ApiException}, which undoes everything. */
    ObjectNode run(Transaction tx, CallInput input);
  }

  /** An answer that is no JSON. */
  @FunctionalInterface
  interface Page {
    Response draw(Request request);
  }

  static Route get(String path) {
    return on(Verb.GET, path);
  }

  static Route post(String path) {
    return on(Verb.POST, path);
  }

  static Route delete(String path) {
    return on(Verb.DELETE, path);
  }

  static Route any(String path) {
    return on(Verb.ANY, path);
  }

  private static Route on(Verb verb, String path) {
    // Whoever reaches the controls has no token of WeChat's.
    boolean open = isControls(path);
    return new Route(
        verb, path, open, false, Mode.READS, null, Optional.empty(), Coverage.COMPLETE, "");
  }

  Route noToken() {
    return new Route(verb, path, true, bare, mode, action, page, coverage, note);
  }

  Route noErrcode() {
    return new Route(verb, path, open, true, mode, action, page, coverage, note);
  }

  /** Says what the endpoint lacks. */
  Route lacking(String missing) {
    return new Route(verb, path, open, bare, mode, action, page, Coverage.PARTIAL, missing);
  }

  Route reads(Action reading) {
    return with(Mode.READS, reading);
  }

  Route readsJournal(Action reading) {
    return with(Mode.READS_JOURNAL, reading);
  }

  Route writes(Action writing) {
    return with(Mode.WRITES, writing);
  }

  /** Answers with a file, to whoever has a token. */
  Route sends(Page file) {
    return new Route(verb, path, false, true, mode, null, Optional.of(file), coverage, note);
  }

  /** Shows a page to everybody. */
  Route shows(Page shown) {
    return sends(shown).noToken();
  }

  /** Answers every call with an error code, and says why. */
  Route refuses(int errcode, String why) {
    Action refusing =
        (tx, input) -> {
          throw new ApiException(errcode, why);
        };
    String reason = errcode + ": " + why;
    return new Route(verb, path, open, bare, mode, refusing, page, Coverage.REFUSED, reason);
  }

  /** The same of an account: its right and the shape of the body come before the action. */
  Route of(AccountPolicy policy) {
    Action shaped =
        BodyValidator.concerns(policy, path)
            ? (tx, input) -> action.run(tx, BodyValidator.read(policy, path, input))
            : action;
    if (!isCardApi(path) || !policy.without().contains(AccountRight.CARD)) {
      return with(mode, shaped);
    }
    return with(
        mode,
        (tx, input) -> {
          policy.demand(AccountRight.CARD);
          return shaped.run(tx, input);
        });
  }

  private Route with(Mode other, Action its) {
    return new Route(verb, path, open, bare, other, its, page, coverage, note);
  }

  /** Whether a path is of WeChat's API, as against a sandbox's own. */
  static boolean isApi(String path) {
    return path.startsWith(CARD_API)
        || path.startsWith("/cgi-bin/")
        || path.startsWith("/datacube/");
  }

  static boolean isCardApi(String path) {
    return path.startsWith(CARD_API);
  }

  /** Whether a path is of the sandbox's controls. */
  static boolean isControls(String path) {
    return path.startsWith(CONTROLS);
  }

  /** Whether it answers a method; a page can be asked for its head alone. */
  boolean takes(String method) {
    return verb.takes(method) || (page.isPresent() && method.equals("HEAD"));
  }

  boolean changes() {
    return mode == Mode.WRITES;
  }
}
