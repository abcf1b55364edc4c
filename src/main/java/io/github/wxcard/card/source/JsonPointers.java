package io.github.wxcard.card.source;

/** How names stand in JSON pointers. */
public final class JsonPointers {
  private JsonPointers() {}

  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of what is around; empty for the document itself. */
  public static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /** Whether a pointer leads to what another one leads to, or into it. */
  public static boolean covers(String pointer, String other) {
    return other.equals(pointer) || other.startsWith(pointer + "/");
  }

  /** The last step of a pointer. */
  public static String last(String pointer) {
    String step = pointer.substring(pointer.lastIndexOf('/') + 1);
    return step.replace("~1", "/").replace("~0", "~");
  }
}
