package io.github.wxcard.sandbox.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** WeChat's rules, put together. */
public final class Services {
  private final Ids ids;
  private final Panel panel;

  /**
   * @param links what links to QR codes and images begin with
   */
  public Services(RandomGenerator random, URI links, Optional<Path> db) {
    this.ids = new Ids(random);
    this.panel = new Panel(db);
  }

  public Ids ids() {
    return ids;
  }

  public Panel panel() {
    return panel;
  }
}
