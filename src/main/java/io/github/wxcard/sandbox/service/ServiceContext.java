package io.github.wxcard.sandbox.service;

import io.github.wxcard.sandbox.service.base.CallShapes;
import io.github.wxcard.sandbox.service.base.Ids;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.service.panel.Faults;
import io.github.wxcard.sandbox.service.panel.Journal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the services of one sandbox are made with, beside the state.
 *
 * @param policy which account is played
 * @param db where the state is kept; empty for in memory
 */
public record ServiceContext(
    Ids ids,
    Links links,
    Policy policy,
    CallShapes callShapes,
    Faults faults,
    Journal journal,
    Optional<Path> db) {

  /**
   * @param links what links to QR codes and images begin with
   */
  public static ServiceContext of(
      RandomGenerator random, URI links, Optional<Path> db, Policy policy) {
    return new ServiceContext(
        new Ids(random),
        new Links(links),
        policy,
        new CallShapes(policy),
        new Faults(random),
        new Journal(),
        db);
  }
}
