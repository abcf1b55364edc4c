package io.github.wxcard.card.source;

/** The first place where a text is not JSON, not even as people write it. */
public final class JsonSyntaxError extends Exception {
  private static final long serialVersionUID = 1L;

  /** What to do where a quote is missing. */
  static final String QUOTES = "Keys and texts stand in straight double quotes: \"title\": \"…\".";

  private final int offset;
  private final String remedy;

  /**
   * @param offset in characters from 0
   */
  JsonSyntaxError(int offset, String message, String remedy) {
    super(message, null, false, false);
    this.offset = offset;
    this.remedy = remedy;
  }

  static JsonSyntaxError at(int offset, String message) {
    return new JsonSyntaxError(offset, message, "Correct the JSON at this place.");
  }

  static JsonSyntaxError endsEarly(int offset) {
    return new JsonSyntaxError(offset, "the text ends too early", "Add the missing } or ].");
  }

  public int offset() {
    return offset;
  }

  public String remedy() {
    return remedy;
  }
}
