package io.github.wxcard.cli.stats;

/** Where cards were made; WeChat counts the two apart. */
enum Source {
  CONSOLE,
  API;

  /** The {@code cond_source} of a request. */
  int number() {
    return ordinal();
  }
}
