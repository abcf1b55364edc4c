package io.github.wxcard.text;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The two formats of pictures that WeChat takes. */
public enum ImageFormat {
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff");

  private final String mediaType;
  private final String magic;

  ImageFormat(String mediaType, String magic) {
    this.mediaType = mediaType;
    this.magic = magic;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The format that a file's first bytes tell; empty when it is neither. */
  public static Optional<ImageFormat> of(byte[] content) {
    return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    int length = magic.length() / 2;
    return content.length >= length && HexFormat.of().formatHex(content, 0, length).equals(magic);
  }
}
