package io.github.wxcard.sandbox.http;

/** The paths of WeChat's API, as against a sandbox's own. */
final class ApiPath {
  private ApiPath() {}

  static boolean isOf(String path) {
    return path.startsWith("/card/")
        || path.startsWith("/cgi-bin/")
        || path.startsWith("/datacube/");
  }
}
