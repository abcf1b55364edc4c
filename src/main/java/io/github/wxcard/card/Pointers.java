package io.github.wxcard.card;

/** How names stand in JSON pointers. */
final class Pointers {
  private Pointers() {}

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The last step of a pointer. */
  static String last(String pointer) {
    String step = pointer.substring(pointer.lastIndexOf('/') + 1);
    return step.replace("~1", "/").replace("~0", "~");
  }
}
