package io.github.wxcard.sandbox.http;

import java.util.Optional;

/**
 * One part of a form.
 *
 * @param name of its field; empty when its headers name none
 * @param isFile whether it has a plain {@code filename}, as WeChat's reader wants it
 * @param hasExtendedFileName whether it has a {@code filename*} (RFC 5987), which alone is not
 *     enough
 */
record FormPart(String name, boolean isFile, boolean hasExtendedFileName, byte[] content) {
  private static final String DISPOSITION = "content-disposition:";

  /**
   * A part whose headers are known.
   *
   * @param head the lines before the empty one
   */
  static FormPart of(String head, byte[] content) {
    String disposition = disposition(head);
    return new FormPart(
        HeaderParameter.find(disposition, "name").orElse(""),
        HeaderParameter.find(disposition, "filename").isPresent(),
        HeaderParameter.find(disposition, "filename*").isPresent(),
        content);
  }

  private static String disposition(String head) {
    // A line that begins with a blank continues the one before.
    Optional<String> found =
        head.replaceAll("\r\n[ \t]+", " ")
            .lines()
            .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
            .findFirst();
    return found.orElse("");
  }
}
