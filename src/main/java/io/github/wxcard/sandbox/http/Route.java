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

  static Line get(String path) {
    return Line.of(Verb.GET, path);
  }

  static Line post(String path) {
    return Line.of(Verb.POST, path);
  }

  static Line delete(String path) {
    return Line.of(Verb.DELETE, path);
  }

  static Line any(String path) {
    return Line.of(Verb.ANY, path);
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

  /** The same of an account: its right and the shape of the body come before the action. */
  Route of(AccountPolicy policy) {
    Action shaped =
        BodyValidator.concerns(policy, path)
            ? (tx, input) -> action.run(tx, BodyValidator.read(policy, path, input))
            : action;
    if (!isCardApi(path) || !policy.without().contains(AccountRight.CARD)) {
      return new Route(verb, path, open, bare, mode, shaped, page, coverage, note);
    }
    Action refused =
        (tx, input) -> {
          policy.demand(AccountRight.CARD);
          return shaped.run(tx, input);
        };
    return new Route(verb, path, open, bare, mode, refused, page, coverage, note);
  }

  /** Whether it answers a method; a page can be asked for its head alone. */
  boolean takes(String method) {
    return verb.takes(method) || (page.isPresent() && method.equals("HEAD"));
  }

  boolean changes() {
    return mode == Mode.WRITES;
  }

  /** A line of the table that does not yet say what answers. */
  record Line(Verb verb, String path, boolean open, boolean bare, Coverage coverage, String note) {
    private static Line of(Verb verb, String path) {
      // Whoever reaches the controls has no token of WeChat's.
      return new Line(verb, path, isControls(path), false, Coverage.COMPLETE, "");
    }

    Line withoutToken() {
      return new Line(verb, path, true, bare, coverage, note);
    }

    Line withoutErrcode() {
      return new Line(verb, path, open, true, coverage, note);
    }

    /** Says what the endpoint lacks. */
    Line lacking(String missing) {
      return new Line(verb, path, open, bare, Coverage.PARTIAL, missing);
    }

    Route reads(Action action) {
      return json(Mode.READS, action);
    }

    Route readsJournal(Action action) {
      return json(Mode.READS_JOURNAL, action);
    }

    Route writes(Action action) {
      return json(Mode.WRITES, action);
    }

    /** Answers with a file, to whoever has a token. */
    Route sends(Page page) {
      return page(false, page);
    }

    /** Shows a page to everybody. */
    Route shows(Page page) {
      return page(true, page);
    }

    /** Answers every call with an error code, and says why. */
    Route refuses(int errcode, String why) {
      Action refusing =
          (tx, input) -> {
            throw new ApiException(errcode, why);
          };
      return new Line(verb, path, open, bare, Coverage.REFUSED, errcode + ": " + why)
          .reads(refusing);
    }

    private Route json(Mode mode, Action action) {
      return new Route(verb, path, open, bare, mode, action, Optional.empty(), coverage, note);
    }

    private Route page(boolean toEverybody, Page page) {
      return new Route(
          verb, path, toEverybody, true, Mode.READS, null, Optional.of(page), coverage, note);
    }
  }
}
