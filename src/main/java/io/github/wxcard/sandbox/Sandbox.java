package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.http.EventDelivery;
import io.github.wxcard.sandbox.http.SandboxServer;
import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.admin.StateService;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.Transaction;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A local server that behaves as WeChat's card API does; it answers from start to close. */
public final class Sandbox implements AutoCloseable {
  private final Store store;
  private final SandboxServer server;
  private final Optional<EventDelivery> delivery;
  private final URI base;
  private final Optional<Path> db;
  private final ServedAddresses addresses;
  private final URI links;
  private final boolean linksLead;
  private final AtomicBoolean announced = new AtomicBoolean();

  private Sandbox(
      Store store,
      SandboxServer server,
      Optional<EventDelivery> delivery,
      URI base,
      Optional<Path> db,
      URI links,
      boolean linksLead) {
    this.store = store;
    this.server = server;
    this.delivery = delivery;
    this.base = base;
    this.db = db;
    this.addresses = new ServedAddresses(store);
    this.links = links;
    this.linksLead = linksLead;
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
    return start(options, log, EventDelivery.Policy.USUAL);
  }

  /**
   * A sandbox that answers only for a moment. Its links lead to where the same state is served for
   * longer; when it is not, nobody answers there.
   *
   * @param later what they begin with then
   */
  public static Sandbox startBriefly(SandboxOptions options, URI later) {
    return start(options, refusal -> {}, EventDelivery.Policy.USUAL, Optional.of(later));
  }

  static Sandbox start(
      SandboxOptions options, Consumer<String> log, EventDelivery.Policy delivering) {
    return start(options, log, delivering, Optional.empty());
  }

  private static Sandbox start(
      SandboxOptions options,
      Consumer<String> log,
      EventDelivery.Policy delivering,
      Optional<URI> later) {
    Store store = Store.open(options.db(), options.clock());
    try {
      SandboxServer server = SandboxServer.bind(options.host(), options.port());
      try {
        URI base = server.base();
        Optional<URI> leading =
            later.isPresent()
                ? new ServedAddresses(store).links()
                : Optional.of(options.publicBase().orElse(base));
        URI links = leading.or(() -> later).orElseThrow();
        ServiceContext services =
            ServiceContext.of(options.random(), links, options.db(), options.policy());
        server.answer(store, services, options.access(), options.clock(), log, options.tellsAll());
        Optional<EventDelivery> delivery =
            options.deliver()
                ? Optional.of(
                    EventDelivery.start(store, options.clock(), options.random(), delivering))
                : Optional.empty();
        return new Sandbox(store, server, delivery, base, options.db(), links, leading.isPresent());
      } catch (RuntimeException | Error e) {
        server.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Why no state can be kept in a file; empty when it can, and then the file is there. */
  public static Optional<String> objection(Path file) {
    return Store.objection(file);
  }

  /** The address that stands in for {@code https://api.weixin.qq.com}. */
  public URI base() {
    return base;
  }

  public String appId() {
    return SandboxAccount.APP_ID;
  }

  public String secret() {
    return SandboxAccount.SECRET;
  }

  /** A name made with the state and changed by a reset: tokens of another instance are void. */
  public String instance() {
    return store.read(tx -> tx.settings().instance());
  }

  /**
   * Puts a state that was exported in the place of one without cards and codes, as a whole or not
   * at all; a {@code Failure} of kind config when there are some, of kind input for a bad seed.
   */
  public void seed(JsonNode dump) {
    store.write(
        tx -> {
          StateService.seed(tx, dump);
          return null;
        });
  }

  /** The state as {@link #seed} takes it, without what is secret or of the moment. */
  public ObjectNode export() {
    return store.read(Transaction::dump);
  }

  /** The file of the state; empty when it is kept in memory. */
  public Optional<Path> db() {
    return db;
  }

  /** Whether somebody answers, after this process too, at what links begin with. */
  public boolean linksLead() {
    return linksLead;
  }

  /** Lets others who open the same state know that it is served here, until it is closed. */
  public void announce() {
    announced.set(true);
    addresses.add(base, links);
  }

  /** Finishes what is in flight, then lets go of port and file. */
  @Override
  public void close() {
    if (announced.getAndSet(false)) {
      addresses.remove(base);
    }
    delivery.ifPresent(EventDelivery::close);
    server.close();
    store.close();
  }
}
