package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.ApiAction;
import io.github.wxcard.sandbox.service.base.ApiException;
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
    ApiAction action,
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

  /** What an account must have been granted. */
  Optional<AccountRight> right() {
    return isCardApi(path) ? Optional.of(AccountRight.CARD) : Optional.empty();
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

    Route reads(ApiAction action) {
      return json(Mode.READS, action);
    }

    Route readsJournal(ApiAction action) {
      return json(Mode.READS_JOURNAL, action);
    }

    Route writes(ApiAction action) {
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
      ApiAction refusing =
          (tx, input) -> {
            throw new ApiException(errcode, why);
          };
      return new Line(verb, path, open, bare, Coverage.REFUSED, errcode + ": " + why)
          .reads(refusing);
    }

    private Route json(Mode mode, ApiAction action) {
      return new Route(verb, path, open, bare, mode, action, Optional.empty(), coverage, note);
    }

    private Route page(boolean toEverybody, Page page) {
      return new Route(
          verb, path, toEverybody, true, Mode.READS, null, Optional.of(page), coverage, note);
    }
  }
}
