package io.github.wxcard.sandbox.service;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses the sandbox hands out, and what they say when they come back. */
public final class Links {
  /** Where uploaded images are. */
  public static final String IMAGES = "/mmbiz/";

  /** What a QR code encodes leads here. */
  public static final String SCANS = "/q/";

  /** Where landing pages are. */
  public static final String PAGES = "/landing/";

  /** Where the picture of a QR code is. */
  public static final String PICTURES = "/cgi-bin/showqrcode";

  private static final String IMAGE_TAIL = "/0";

  private final String base;

  Links(URI base) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  String toImage(String id) {
    return base + IMAGES + id + IMAGE_TAIL;
  }

  String toScan(String link) {
    return base + SCANS + link;
  }

  String toPage(String link) {
    return base + PAGES + link;
  }

  String toPicture(String ticket) {
    return base + PICTURES + "?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8);
  }

  /** The id in an image's path; the text whole when it has another shape. */
  static String imageId(String path) {
    boolean shaped = path.startsWith(IMAGES) && path.endsWith(IMAGE_TAIL);
    return shaped ? path.substring(IMAGES.length(), path.length() - IMAGE_TAIL.length()) : path;
  }
}
