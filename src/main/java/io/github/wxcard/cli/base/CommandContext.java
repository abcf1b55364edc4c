package io.github.wxcard.cli.base;

import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.client.WeChat.RecordedRequest;
import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Printer;
import io.github.wxcard.scenario.CommandRunner;
import io.github.wxcard.text.Language;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What one command works with: its options, streams, account and client, each made once. */
public final class CommandContext {
  /** How a command line runs inside another command. */
  public enum Nesting {
    /** As if it had been typed. */
    PRINTED,
    /** Its result and its failure are not printed: the caller reads the outcome. */
    QUIET,
    /** Quiet, with a standard input and output of its own. */
    ISOLATED
  }

  private final ProgramContext program;
  private final Console streams;
  private final GlobalOptions options;
  private final Timeouts timeouts;
  private final BiFunction<CommandContext, Nesting, CommandRunner> nested;
  private final boolean quiet;
  private final Console console;
  private final List<WeChat> clients = new ArrayList<>();
  private Settings settings;
  private ResolvedAccount target;
  private WeChat weChat;

  /**
   * @param streams those of the command; its colours and its timeout with standard input are the
   *     options'
   * @param nested makes what runs command lines inside a command
   * @param quiet whether somebody else reads the outcome, so that nothing is to be printed of it
   */
  public CommandContext(
      ProgramContext program,
      Console streams,
      GlobalOptions options,
      Timeouts timeouts,
      BiFunction<CommandContext, Nesting, CommandRunner> nested,
      boolean quiet) {
    this.program = program;
    this.streams = streams;
    this.options = options;
    this.timeouts = timeouts;
    this.nested = nested;
    this.quiet = quiet;
    this.console = timeouts.limited(streams.with(options.color));
  }

  public ProgramContext program() {
    return program;
  }

  public Environment environment() {
    return program.environment();
  }

  public Console console() {
    return console;
  }

  /** The streams as they came, with nobody's colours and timeout. */
  public Console streams() {
    return streams;
  }

  public GlobalOptions options() {
    return options;
  }

  /** What the person is told of errors in. */
  public Language language() {
    return options.language(environment());
  }

  public Printer printer() {
    return new Printer(console, options.format(), language());
  }

  /** Something worth knowing that only a person at the keyboard would miss. */
  public void note(String text) {
    if (!quiet) {
      console.say(text);
    }
  }

  /** What the person has set, wherever they set it. */
  public Settings settings() {
    if (settings == null) {
      AccountSelection choice = options.account(environment());
      settings = new Settings(environment(), choice, program::note, timeLimit());
    }
    return settings;
  }

  /** The account and where it is served; starts the built-in sandbox when that is the one. */
  public ResolvedAccount target() {
    if (target == null) {
      target = program.served(settings().target(), settings());
    }
    return target;
  }

  public WeChat weChat() {
    if (weChat == null) {
      program.prepareConnections(clientOptions());
      weChat = open(target(), clientOptions());
    }
    return weChat;
  }

  /** As {@link #weChat()}, with connections of the caller's to close. */
  WeChat weChatApart() {
    WeChat apart = program.connectApart(target(), settings().tokens(target()), clientOptions());
    clients.add(apart);
    return apart;
  }

  /** Aims at a sandbox to control instead of at the account, which may be a real one. */
  public void aimAtSandbox() {
    target = program.served(settings().sandbox(), settings());
  }

  /** Aims at a sandbox at some address of this machine, whoever started it. */
  public void aimAt(URI base, ClientOptions.Pause betweenTries) {
    target = ResolvedAccount.sandboxAt(base);
    weChat = open(target, clientOptions().withPause(betweenTries));
  }

  /** The API of an account that is being tried out, not this run's own. */
  public WeChat weChat(ResolvedAccount candidate) {
    return open(candidate, clientOptions());
  }

  private WeChat open(ResolvedAccount account, ClientOptions how) {
    WeChat client = program.connect(account, settings().tokens(account), how);
    clients.add(client);
    return client;
  }

  private ClientOptions clientOptions() {
    ClientOptions how =
        program.clientOptions().withCallLimit(timeLimit()).withDryRun(options.dryRun);
    ClientOptions ending = timeouts.end(environment().clock()).map(how::withDeadline).orElse(how);
    return options.verbose ? ending.withTrace(console::say) : ending;
  }

  /** The requests that a dry run kept back. */
  public List<RecordedRequest> recorded() {
    return clients.stream().flatMap(client -> client.recorded().stream()).toList();
  }

  /** What is shown of a command that found this: after a dry run its requests instead. */
  public CommandResult shown(CommandResult found) {
    List<RecordedRequest> requests = recorded();
    return found instanceof DryRunResult || requests.isEmpty() ? found : DryRunResult.of(requests);
  }

  /** How long the command may take, or each of its requests when it waits by nature. */
  public Duration timeLimit() {
    return timeouts.time();
  }

  /** When a wait that begins now must end: never, unless a time limit is given. */
  public Deadline deadline() {
    return timeouts.deadline(environment().clock(), this::rest);
  }

  /**
   * Lets time pass; a failure of kind interrupted when somebody ends that.
   *
   * @param doing what is interrupted, as in {@code "following the journal"}
   */
  public void rest(Duration time, String doing) {
    program.rest(time, doing);
  }

  /** The same surroundings with nothing decided yet, for what happens beside the command. */
  public CommandContext afresh() {
    return new CommandContext(program, streams, options, timeouts.beside(), nested, true);
  }

  /** Runs and checks further command lines in this one's surroundings. */
  public CommandRunner commands(Nesting nesting) {
    return nested.apply(this, nesting);
  }
}
