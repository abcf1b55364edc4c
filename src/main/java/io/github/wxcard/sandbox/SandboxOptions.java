package io.github.wxcard.sandbox;

import io.github.wxcard.sandbox.http.AccessRules;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where and how a sandbox runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param db the file that keeps the state; empty keeps it in memory
 * @param publicBase what links to QR codes and images begin with; empty for the sandbox's own base
 * @param policy what kind of account it plays
 * @param deliver whether it pushes events to the callback address
 * @param access who may call
 * @param tellsAll whether every request is told of, and not only those that are refused
 */
public record SandboxOptions(
    String host,
    int port,
    Optional<Path> db,
    Optional<URI> publicBase,
    Clock clock,
    RandomGenerator random,
    AccountPolicy policy,
    boolean deliver,
    AccessRules access,
    boolean tellsAll) {
  /** A sandbox that tells of refused requests alone. */
  public SandboxOptions(
      String host,
      int port,
      Optional<Path> db,
      Optional<URI> publicBase,
      Clock clock,
      RandomGenerator random,
      AccountPolicy policy,
      boolean deliver,
      AccessRules access) {
    this(host, port, db, publicBase, clock, random, policy, deliver, access, false);
  }

  /** A sandbox that keeps its events to itself. */
  public SandboxOptions(
      String host,
      int port,
      Optional<Path> db,
      Optional<URI> publicBase,
      Clock clock,
      RandomGenerator random,
      AccountPolicy policy) {
    this(host, port, db, publicBase, clock, random, policy, false, AccessRules.LOCAL);
  }

  /** A sandbox that plays the usual account. */
  public SandboxOptions(
      String host,
      int port,
      Optional<Path> db,
      Optional<URI> publicBase,
      Clock clock,
      RandomGenerator random) {
    this(host, port, db, publicBase, clock, random, AccountPolicy.USUAL);
  }
}
