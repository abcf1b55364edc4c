package io.github.wxcard.cli.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The libraries that {@code sandbox env} knows. A resource for each says how it is pointed
 * elsewhere: its settings and, after an empty line, its code, where settings alone will not do.
 */
enum Sdk {
  WXJAVA,
  WXJAVA_SPRING,
  WECHATPY,
  CO_WECHAT_API,
  EASYWECHAT,
  CHANXUEHONG,
  SENPARC,
  CURL;

  /** As it is written on a command line, and as its resource is called. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its own settings, by the names it has for them. */
  Map<String, String> settings(SandboxAddress address) {
    Map<String, String> settings = new LinkedHashMap<>();
    half(0)
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> settings.put(pair[0], address.in(pair[1])));
    return settings;
  }

  /** What its user writes, without a line break at the end; empty when the settings are all. */
  String code(SandboxAddress address) {
    return address.in(half(1)).stripTrailing();
  }

  private String half(int index) {
    String[] halves = text().split("\n\n", 2);
    return index < halves.length ? halves[index] : "";
  }

  private String text() {
    try (InputStream in = Sdk.class.getResourceAsStream("sdk/" + this)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
