package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.server.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the one file out of a {@code multipart/form-data} body. A delimiter is a line of its own,
 * and lines end in CR LF: pictures hold everything else.
 */
final class MultipartForm {
  private static final int NO_FILE = 41005;

  /** WeChat's pages say the one or the other. */
  private static final Set<String> FIELDS = Set.of("buffer", "media");

  private static final String LINE_BREAK = "\r\n";
  private static final String END_OF_HEADERS = "\r\n\r\n";
  private static final String CLOSING = "--";

  /** As the standard has it; with a longer one, looking for it could take for ever. */
  private static final int LONGEST_BOUNDARY = 70;

  private static final String DISPOSITION = "content-disposition:";

  /**
   * Possessive throughout, and a quotation without an end goes to the last character: what
   * strangers send must not make the search go back and forth.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?s);[ \\t]*+([^=;\"\\s]++)[ \\t]*+=[ \\t]*+"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*+)(?:\"|\\\\?\\z)|([^;\"]*+))");

  /** Each char a byte. */
  private final String content;

  private final String delimiter;

  private MultipartForm(byte[] content, String boundary) {
    this.content = new String(content, StandardCharsets.ISO_8859_1);
    byte[] ascii = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    this.delimiter = new String(ascii, StandardCharsets.US_ASCII);
  }

  /**
   * One part of a form.
   *
   * @param name of its field; empty when its headers name none
   * @param isFile whether it has a plain {@code filename}, as WeChat's reader wants it
   * @param hasExtendedFileName whether it has a {@code filename*} (RFC 5987), which alone is not
   *     enough
   */
  private record Part(String name, boolean isFile, boolean hasExtendedFileName, String content) {
    /**
     * A part whose headers are known.
     *
     * @param head the lines before the empty one
     */
    static Part of(String head, String content) {
      // A line that begins with a blank continues the one before.
      String disposition =
          head.replaceAll("\r\n[ \t]+", " ")
              .lines()
              .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
              .findFirst()
              .orElse("");
      return new Part(
          parameter(disposition, "name").orElse(""),
          parameter(disposition, "filename").isPresent(),
          parameter(disposition, "filename*").isPresent(),
          content);
    }
  }

  /** The file; an {@link ApiException} that says what the form has instead. */
  static byte[] file(Request request) {
    String boundary =
        parameter(request.contentType(), "boundary")
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_BOUNDARY)
            .orElseThrow(
                () -> noFile("Content-Type names no boundary of 1 to 70 characters for the form"));
    return new MultipartForm(request.content(), boundary).file();
  }

  private byte[] file() {
    int at = delimiterFrom(0);
    if (at < 0) {
      throw noFile("no line of the form is " + delimiter);
    }
    Optional<String> objection = Optional.empty();
    while (!closes(at)) {
      int next = delimiterFrom(at + delimiter.length());
      if (next < 0) {
        throw noFile("the form is cut off: its last delimiter is missing");
      }
      Optional<Part> part = part(endOfLine(at), next);
      if (part.filter(Part::isFile).filter(MultipartForm::isWanted).isPresent()) {
        return part.get().content().getBytes(StandardCharsets.ISO_8859_1);
      }
      objection = objection.or(() -> part.flatMap(MultipartForm::objection));
      at = next;
    }
    throw noFile(objection.orElse("the form has no file named buffer or media"));
  }

  private static boolean isWanted(Part part) {
    return FIELDS.contains(part.name());
  }

  /** Why a part that may be meant to be the file is not. */
  private static Optional<String> objection(Part part) {
    if (!isWanted(part)) {
      return part.isFile()
          ? Optional.of("the file must be named buffer or media, and is named " + part.name())
          : Optional.empty();
    }
    return Optional.of(
        "the part "
            + part.name()
            + " is no file, as its Content-Disposition has "
            + (part.hasExtendedFileName()
                ? "filename* alone; add a plain filename=\"…\""
                : "no filename=\"…\""));
  }

  /** The part between two delimiters; empty when its headers do not end. */
  private Optional<Part> part(int start, int end) {
    String part = content.substring(start, end);
    if (part.startsWith(LINE_BREAK)) {
      return Optional.of(Part.of("", content(start + LINE_BREAK.length(), end)));
    }
    int headEnd = part.indexOf(END_OF_HEADERS);
    if (headEnd < 0) {
      return Optional.empty();
    }
    byte[] head = part.substring(0, headEnd).getBytes(StandardCharsets.ISO_8859_1);
    int contentStart = start + headEnd + END_OF_HEADERS.length();
    return Optional.of(
        Part.of(new String(head, StandardCharsets.UTF_8), content(contentStart, end)));
  }

  /** The line break before a delimiter belongs to the delimiter. */
  private String content(int from, int delimiterAt) {
    return content.substring(from, Math.max(from, delimiterAt - LINE_BREAK.length()));
  }

  /** Where the next line begins that is a delimiter; -1 when there is none. */
  private int delimiterFrom(int from) {
    int at = content.indexOf(delimiter, from);
    while (at >= 0 && !(beginsLine(at) && endOfLine(at) >= 0)) {
      at = content.indexOf(delimiter, at + 1);
    }
    return at;
  }

  private boolean beginsLine(int at) {
    return at == 0 || content.startsWith(LINE_BREAK, at - LINE_BREAK.length());
  }

  private boolean closes(int at) {
    return content.startsWith(CLOSING, at + delimiter.length());
  }

  /** Where the line of a delimiter ends; -1 when something else follows on it. */
  private int endOfLine(int at) {
    int end = at + delimiter.length() + (closes(at) ? CLOSING.length() : 0);
    while (end < content.length() && (content.charAt(end) == ' ' || content.charAt(end) == '\t')) {
      end++;
    }
    if (content.startsWith(LINE_BREAK, end)) {
      return end + LINE_BREAK.length();
    }
    return end == content.length() && closes(at) ? end : -1;
  }

  /**
   * A parameter of a header, as in {@code form-data; name="media"; filename="a;b.png"}, without its
   * quotation marks; nothing inside another value is taken for it.
   */
  private static Optional<String> parameter(String header, String name) {
    return PARAMETER
        .matcher(header)
        .results()
        .filter(each -> each.group(1).toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .map(each -> each.group(2) != null ? each.group(2) : each.group(3).strip());
  }

  private static ApiException noFile(String reason) {
    return new ApiException(NO_FILE, reason);
  }
}
