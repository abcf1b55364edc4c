package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.http.Deliverer;
import io.github.wxcard.sandbox.http.DeliveryPace;
import io.github.wxcard.sandbox.http.Server;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.base.Account;
import io.github.wxcard.sandbox.service.panel.Instance;
import io.github.wxcard.sandbox.service.panel.Seeding;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.Tx;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A local server that behaves as WeChat's card API does; it answers from start to close. */
public final class Sandbox implements AutoCloseable {
  private final Store store;
  private final Server server;
  private final Optional<Deliverer> deliverer;
  private final URI base;
  private final Optional<Path> db;

  private Sandbox(
      Store store, Server server, Optional<Deliverer> deliverer, URI base, Optional<Path> db) {
    this.store = store;
    this.server = server;
    this.deliverer = deliverer;
    this.base = base;
    this.db = db;
  }

  /** Opens the state and listens; a {@code Failure} of kind config when either cannot be had. */
  public static Sandbox start(SandboxOptions options) {
    return start(options, refusal -> {});
  }

  /**
   * As {@link #start(SandboxOptions)}.
   *
   * @param log told in a line each, from the threads of the server, why calls were refused, or how
   *     all of them ended
   */
  public static Sandbox start(SandboxOptions options, Consumer<String> log) {
    return start(options, log, DeliveryPace.USUAL);
  }

  static Sandbox start(SandboxOptions options, Consumer<String> log, DeliveryPace pace) {
    Store store = Store.open(options.db(), options.clock());
    try {
      Server server = Server.bind(options.host(), options.port());
      try {
        URI base = server.base();
        Services services =
            new Services(
                options.random(),
                options.publicBase().orElse(base),
                options.db(),
                options.policy());
        server.answer(store, services, options.access(), options.clock(), log, options.tellsAll());
        Optional<Deliverer> deliverer =
            options.deliver()
                ? Optional.of(Deliverer.start(store, options.clock(), options.random(), pace))
                : Optional.empty();
        return new Sandbox(store, server, deliverer, base, options.db());
      } catch (RuntimeException | Error e) {
        server.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** The address that stands in for {@code https://api.weixin.qq.com}. */
  public URI base() {
    return base;
  }

  /** The account's AppID. */
  public String appId() {
    return Account.APP_ID;
  }

  /** The account's AppSecret. */
  public String secret() {
    return Account.SECRET;
  }

  /** A name made with the state and changed by a reset: tokens of another instance are void. */
  public String instance() {
    return store.read(Instance::name);
  }

  /**
   * Puts a state that was exported in the place of one without cards and codes, as a whole or not
   * at all; a {@code Failure} of kind config when there are some, of kind input for a bad seed.
   */
  public void seed(JsonNode dump) {
    store.write(
        tx -> {
          Seeding.into(tx, dump);
          return null;
        });
  }

  /** The state as {@link #seed} takes it, without what is secret or of the moment. */
  public ObjectNode export() {
    return store.read(Tx::dump);
  }

  /** The file of the state; empty when it is kept in memory. */
  public Optional<Path> db() {
    return db;
  }

  /** Finishes what is in flight, then lets go of port and file. */
  @Override
  public void close() {
    deliverer.ifPresent(Deliverer::close);
    server.close();
    store.close();
  }
}
