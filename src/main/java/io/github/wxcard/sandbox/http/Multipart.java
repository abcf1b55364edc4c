package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.Upload;
import io.github.wxcard.server.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Takes the one file out of a {@code multipart/form-data} body. */
final class Multipart {
  private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");

  /** As the standard has it; with a longer one, looking for it could take for ever. */
  private static final int LONGEST_BOUNDARY = 70;

  private final byte[] content;
  private final byte[] delimiter;

  private Multipart(byte[] content, String boundary) {
    this.content = content;
    this.delimiter = ascii("--" + boundary);
  }

  static boolean announcedBy(String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** The file of the field {@code buffer} or {@code media}: WeChat's pages say the one or other. */
  static Optional<Upload> file(Request request) {
    return parameter(request.contentType(), "boundary")
        .filter(boundary -> boundary.length() <= LONGEST_BOUNDARY)
        .flatMap(boundary -> new Multipart(request.content(), boundary).file());
  }

  private Optional<Upload> file() {
    int start = indexOf(delimiter, 0);
    while (start >= 0) {
      int headers = start + delimiter.length;
      int end = indexOf(delimiter, headers);
      int headersEnd = indexOf(END_OF_HEADERS, headers);
      if (end < 0 || headersEnd < 0 || headersEnd > end) {
        return Optional.empty();
      }
      if (isWanted(new String(content, headers, headersEnd - headers, StandardCharsets.UTF_8))) {
        int from = headersEnd + END_OF_HEADERS.length;
        // The line break before the delimiter belongs to the delimiter.
        return Optional.of(new Upload(Arrays.copyOfRange(content, from, Math.max(from, end - 2))));
      }
      start = end;
    }
    return Optional.empty();
  }

  private static boolean isWanted(String headers) {
    return headers
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
        .flatMap(line -> parameter(line, "name").stream())
        .anyMatch(name -> name.equals("buffer") || name.equals("media"));
  }

  /** A parameter of a header, as in {@code form-data; name="media"}. */
  private static Optional<String> parameter(String header, String name) {
    for (String piece : header.split(";", -1)) {
      int equals = piece.indexOf('=');
      if (equals > 0 && piece.substring(0, equals).strip().equalsIgnoreCase(name)) {
        String value = piece.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return Optional.empty();
  }

  private int indexOf(byte[] sought, int from) {
    for (int i = from; i <= content.length - sought.length; i++) {
      if (Arrays.equals(content, i, i + sought.length, sought, 0, sought.length)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
