package io.github.wxcard.card;

/** How names stand in JSON pointers. */
final class JsonPointers {
  private JsonPointers() {}

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of what is around; empty for the document itself. */
  static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /** Whether a pointer leads to what another one leads to, or into it. */
  static boolean covers(String pointer, String other) {
    return other.equals(pointer) || other.startsWith(pointer + "/");
  }

  /** The last step of a pointer. */
  static String last(String pointer) {
    String step = pointer.substring(pointer.lastIndexOf('/') + 1);
    return step.replace("~1", "/").replace("~0", "~");
  }
}
