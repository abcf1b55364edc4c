package io.github.wxcard.cli.stats;

/** Where cards were made; WeChat counts the two apart. */
enum Source {
  CONSOLE(0),
  API(1);

  private final int number;

  Source(int number) {
    this.number = number;
  }

  /** The {@code cond_source} of a request. */
  int number() {
    return number;
  }
}
