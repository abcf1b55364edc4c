package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.Action;
import java.util.Optional;

/**
 * One line of the route table.
 *
 * @param open whether it answers without an access token
 * @param bare whether success carries no {@code errcode}
 * @param changes whether it changes the state
 * @param action what answers in JSON, unless there is a page
 * @param page what answers with something else, such as an image
 */
record Route(
    Verb verb,
    String path,
    boolean open,
    boolean bare,
    boolean changes,
    Action action,
    Optional<Page> page) {

  /** Which methods a path takes, and the error code for any other. */
  enum Verb {
    GET(43001),
    POST(43002),
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
    return new Line(Verb.GET, path, false, false);
  }

  static Line post(String path) {
    return new Line(Verb.POST, path, false, false);
  }

  static Line any(String path) {
    return new Line(Verb.ANY, path, false, false);
  }

  /** A line of the table that does not yet say what answers. */
  record Line(Verb verb, String path, boolean open, boolean bare) {
    Line withoutToken() {
      return new Line(verb, path, true, bare);
    }

    Line withoutErrcode() {
      return new Line(verb, path, open, true);
    }

    Route reads(Action action) {
      return new Route(verb, path, open, bare, false, action, Optional.empty());
    }

    Route writes(Action action) {
      return new Route(verb, path, open, bare, true, action, Optional.empty());
    }

    Route shows(Page page) {
      return new Route(verb, path, true, true, false, null, Optional.of(page));
    }
  }
}
