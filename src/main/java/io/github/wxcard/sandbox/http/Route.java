package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.http.Coverage.Extent;
import io.github.wxcard.sandbox.service.base.Action;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.server.Request;
import java.util.Optional;

/**
 * One line of the route table.
 *
 * @param open whether it answers without an access token
 * @param bare whether success carries no {@code errcode}
 * @param changes whether it changes the state
 * @param readsJournal whether the journal must be written before
 * @param coverage how much of WeChat's endpoint it is
 * @param action what answers in JSON, unless there is a page
 * @param page what answers with something else, such as an image
 */
record Route(
    Verb verb,
    String path,
    boolean open,
    boolean bare,
    boolean changes,
    boolean readsJournal,
    Coverage coverage,
    Action action,
    Optional<Page> page) {

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

    boolean takes(String method) {
      return this == ANY ? GET.takes(method) || POST.takes(method) : name().equals(method);
    }

    int errcode() {
      return errcode;
    }
  }

  /** An answer that is no JSON. */
  @FunctionalInterface
  interface Page {
    Answer draw(Request request);
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

  /** Whether it answers a method; a page can be asked for its head alone. */
  boolean takes(String method) {
    return verb.takes(method) || (page.isPresent() && method.equals("HEAD"));
  }

  Route inSection(String section) {
    Coverage placed = new Coverage(section, coverage.extent(), coverage.note());
    return new Route(verb, path, open, bare, changes, readsJournal, placed, action, page);
  }

  /** A line of the table that does not yet say what answers. */
  record Line(Verb verb, String path, boolean open, boolean bare, Coverage coverage) {
    private static Line of(Verb verb, String path) {
      return new Line(verb, path, false, false, new Coverage("", Extent.COMPLETE, ""));
    }

    Line withoutToken() {
      return new Line(verb, path, true, bare, coverage);
    }

    Line withoutErrcode() {
      return new Line(verb, path, open, true, coverage);
    }

    /** Says what the endpoint lacks. */
    Line lacking(String note) {
      return new Line(verb, path, open, bare, new Coverage("", Extent.PARTIAL, note));
    }

    Route reads(Action action) {
      return new Route(verb, path, open, bare, false, false, coverage, action, Optional.empty());
    }

    /** Reads what the journal knows, which is written a moment after each answer. */
    Route readsJournal(Action action) {
      return new Route(verb, path, open, bare, false, true, coverage, action, Optional.empty());
    }

    Route writes(Action action) {
      return new Route(verb, path, open, bare, true, false, coverage, action, Optional.empty());
    }

    /** Answers with a file, to whoever has a token. */
    Route sends(Page page) {
      return new Route(verb, path, open, true, false, false, coverage, null, Optional.of(page));
    }

    /** Shows a page to everybody. */
    Route shows(Page page) {
      return new Route(verb, path, true, true, false, false, coverage, null, Optional.of(page));
    }

    /** Answers every call with an error code, and says why. */
    Route refuses(int errcode, String why) {
      Action refusing =
          (tx, input) -> {
            throw new Refusal(errcode, why);
          };
      Coverage refused = new Coverage("", Extent.REFUSED, errcode + ": " + why);
      return new Route(verb, path, open, bare, false, false, refused, refusing, Optional.empty());
    }
  }
}
