package io.github.wxcard.sandbox.http;

import java.util.List;

/** The paths of WeChat's API, as against a sandbox's own. */
final class ApiPath {
  private static final List<String> FOLDERS = List.of("/cgi-bin/", "/card/", "/datacube/");

  private ApiPath() {}

  static boolean isOf(String path) {
    return FOLDERS.stream().anyMatch(path::startsWith);
  }
}
