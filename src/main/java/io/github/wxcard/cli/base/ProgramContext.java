package io.github.wxcard.cli.base;

import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.client.TransportPool;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.config.ConfigFile;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.FileTokenStore;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Console;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What outlives a single command: surroundings, streams, connections, the built-in sandbox. The
 * REPL and the walkthrough run many commands in one program; a command line runs one.
 */
public final class ProgramContext implements AutoCloseable {
  /** Where a later {@code wxcard sandbox serve} answers the links a short run handed out. */
  private static final URI LATER_ADDRESS = URI.create("http://127.0.0.1:8900");

  private final Environment environment;
  private final Console console;
  private final ClientOptions.Pause pause;
  private final SandboxDatabase database;
  private final ConfigFile inMemoryConfig;
  private final TransportPool connections;
  private final InterruptHandling interrupts;
  private final Set<String> noted = new HashSet<>();
  private Sandbox sandbox;

  public ProgramContext(Environment environment, Console console) {
    this(environment, console, ClientOptions.usual("").pause());
  }

  /**
   * A program whose commands wait in a way of the caller's.
   *
   * @param pause between two tries of a call
   */
  public ProgramContext(Environment environment, Console console, ClientOptions.Pause pause) {
    this.environment = environment;
    this.console = console;
    this.pause = pause;
    this.database = new SandboxDatabase(environment);
    this.inMemoryConfig = ConfigFile.inMemory(environment);
    this.connections = new TransportPool(environment);
    this.interrupts = new InterruptHandling(console::say);
  }

  public Environment environment() {
    return environment;
  }

  public Console console() {
    return console;
  }

  /** Lets time pass; a {@link Failure} of kind interrupted when somebody ends that. */
  void rest(Duration time, String doing) {
    try {
      pause.rest(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while " + doing, null);
    }
  }

  /** What Ctrl-C and signals do to the commands in here. */
  public InterruptHandling interrupts() {
    return interrupts;
  }

  /** Tells the person about a choice made for them: once, however many commands rest on it. */
  public void note(String text) {
    if (noted.add(text)) {
      console.say(text);
    }
  }

  /** The built-in sandbox, started at the first need. */
  public synchronized Sandbox sandbox() {
    if (sandbox == null) {
      sandbox =
          Sandbox.startBriefly(
              new SandboxOptions(
                  "127.0.0.1",
                  0,
                  database.opened("The built-in sandbox", this::note),
                  Optional.empty(),
                  environment.clock(),
                  environment.random()),
              LATER_ADDRESS);
    }
    return sandbox;
  }

  /** Where the sandbox's state is kept. */
  public SandboxDatabase sandboxDatabase() {
    return database;
  }

  /**
   * An account and where it is served: the built-in sandbox is started for its own. What one in
   * memory leaves behind for the commands after this one, tokens for instance, is in memory, too.
   */
  ResolvedAccount served(ResolvedAccount chosen, Settings settings) {
    if (!chosen.builtIn()) {
      return chosen;
    }
    if (sandbox().db().isEmpty()) {
      settings.rememberIn(inMemoryConfig);
    }
    return chosen.at(sandbox().base(), sandbox().instance());
  }

  /** What clients have in common. */
  ClientOptions clientOptions() {
    return ClientOptions.usual(Version.current())
        .withPause(pause)
        .withCancellation(interrupts.cancellation());
  }

  /** A call is coming: what it needs is made ready beside the search for its target. */
  void prepareConnections(ClientOptions options) {
    if (!options.dryRun()) {
      connections.prepare(options);
    }
  }

  /** A client for a target; its connections stay open until the program ends. */
  public WeChat connect(ResolvedAccount target, FileTokenStore cache, ClientOptions options) {
    return WeChat.open(target, cache, environment, options, connections);
  }

  /** As {@link #connect}, with connections that end with the client. */
  WeChat connectApart(ResolvedAccount target, FileTokenStore cache, ClientOptions options) {
    return WeChat.open(target, cache, environment, options);
  }

  @Override
  public void close() {
    connections.close();
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
