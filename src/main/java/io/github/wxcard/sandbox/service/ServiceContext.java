package io.github.wxcard.sandbox.service;

import io.github.wxcard.sandbox.service.admin.FaultService;
import io.github.wxcard.sandbox.service.admin.RequestJournal;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
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
    IdGenerator ids,
    SandboxLinks links,
    AccountPolicy policy,
    FaultService faults,
    RequestJournal journal,
    Optional<Path> db) {

  /**
   * What the services of one sandbox share.
   *
   * @param links what links to QR codes and images begin with
   */
  public static ServiceContext of(
      RandomGenerator random, URI links, Optional<Path> db, AccountPolicy policy) {
    return new ServiceContext(
        new IdGenerator(random),
        new SandboxLinks(links),
        policy,
        new FaultService(random),
        new RequestJournal(),
        db);
  }
}
