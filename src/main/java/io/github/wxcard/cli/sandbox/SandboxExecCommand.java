package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.CommandResult.AlreadyPrinted;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command beside a sandbox of its own. */
@Command(
    name = "exec",
    customSynopsis = "wxcard sandbox exec [OPTIONS] [--export FILE] -- COMMAND [ARG...]",
    description = "Run a command, such as your tests, with a sandbox of its own.",
    footer = {
      "",
      "The sandbox is a new one, in memory and on a free port unless an option says otherwise.",
      "The command finds it in WXCARD_API_BASE, WXCARD_APPID and WXCARD_SECRET, which every",
      "wxcard that it calls uses, and in WXCARD_SANDBOX_URL; WXCARD_PROFILE and",
      "WXCARD_TOKEN_STORE are taken out. Streams and signals are the command's, stdout has",
      "nothing else on it, and the exit code is the command's: 128 and the number of a signal",
      "that ended it, 127 when there is no such command, 126 when it cannot be run. After a",
      "failure, stderr shows the sandbox's last five refusals and their reasons. --timeout does",
      "not end the command; timeout(1) before wxcard does.",
      "",
      "Examples:",
      "  wxcard sandbox exec -- wxcard hello --until qrcode",
      "  wxcard sandbox exec --auto-approve --export state.json -- npm test",
      "  wxcard sandbox exec -- sh -c 'curl -s \"$WXCARD_SANDBOX_URL/sandbox/status\"'"
    })
final class SandboxExecCommand extends Subcommand {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port. Default: 0, which takes a free one.")
  int port;

  @Mixin final SandboxStartOptions start = new SandboxStartOptions();

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write the state as it is after the command, for --seed or to look at.")
  String export;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "What to run, after --.")
  List<String> command;

  /** What follows the command's name is the command's, with or without -- before it. */
  @Spec
  void parseUpToCommand(CommandSpec spec) {
    spec.parser().stopAtPositional(true);
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public CommandResult run() {
    Optional<OutputFile> state =
        Optional.ofNullable(export).map(name -> OutputFile.at(context.environment().resolve(name)));
    OptionalInt trouble = new ExecutableSearch(context.environment()).trouble(command.get(0));
    return new AlreadyPrinted(
        trouble.isPresent() ? cannotRun(trouble.getAsInt()) : besideSandbox(state));
  }

  /** The exit code. The relay is the outer one: a signal while the sandbox starts or stops, too. */
  private int besideSandbox(Optional<OutputFile> state) {
    LatestRefusals refusals = new LatestRefusals();
    try (SignalRelay relay = new SignalRelay();
        Sandbox sandbox = start.start(context, port, Optional.empty(), refusals)) {
      int code = run(relay, new ChildEnvironment(context.environment(), sandbox));
      if (code != 0) {
        tell(refusals, code);
      }
      state.ifPresent(file -> file.write(bytes(sandbox)));
      return code;
    }
  }

  private int run(SignalRelay relay, ChildEnvironment environment) {
    ChildStreams streams = new ChildStreams(context.console());
    ProcessBuilder builder = environment.command(command);
    try {
      Optional<Process> process = relay.begin(() -> streams.start(builder));
      if (process.isEmpty()) {
        return relay.endedEarly().orElseThrow();
      }
      int code = process.get().waitFor();
      streams.await();
      return code;
    } catch (IOException cannotBeRun) {
      OptionalInt signal = relay.endedEarly();
      return signal.isPresent() ? signal.getAsInt() : cannotRun(ExecutableSearch.NOT_EXECUTABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while the command ran", null);
    }
  }

  private int cannotRun(int code) {
    String name = command.get(0);
    Failure why =
        code == ExecutableSearch.NOT_FOUND
            ? Failure.of(
                FailureKind.USAGE,
                "there is no command '" + name + "'",
                isLine(name)
                    ? "Leave out the quotation marks, or let a shell read it: sh -c '" + name + "'"
                    : "Name a program on the PATH, or a file with its folder, such as ./"
                        + name
                        + ".")
            : Failure.of(
                FailureKind.USAGE,
                "'" + name + "' cannot be run",
                "Name a program; a script must be executable (chmod +x), or be given to its"
                    + " shell.");
    context.printer().failure(why);
    return code;
  }

  /** Whether it is a command with its arguments, as in one pair of quotation marks, and no file. */
  private boolean isLine(String name) {
    String[] words = name.strip().split("\\s+", 2);
    return words.length > 1
        && (!words[0].contains("/")
            || new ExecutableSearch(context.environment()).trouble(words[0]).isEmpty());
  }

  private static byte[] bytes(Sandbox sandbox) {
    return (Json.pretty(sandbox.export()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void tell(LatestRefusals refusals, int code) {
    List<String> lines = refusals.lines();
    if (!lines.isEmpty()) {
      String which =
          refusals.all() > lines.size()
              ? String.format(
                  Locale.ROOT, "the last %d of %d refusals", lines.size(), refusals.all())
              : lines.size() == 1 ? "the refusal" : "the refusals";
      context
          .console()
          .say(
              String.format(
                  Locale.ROOT,
                  "%s ended with %d; %s of its sandbox:",
                  command.get(0),
                  code,
                  which));
      lines.forEach(line -> context.console().say("  " + line));
    }
  }

  /** The last few refusals of the sandbox, a line each. */
  private static final class LatestRefusals implements Consumer<String> {
    private static final int KEPT = 5;

    private final Deque<String> lines = new ArrayDeque<>();
    private int all;

    @Override
    public synchronized void accept(String line) {
      all++;
      lines.addLast(line);
      if (lines.size() > KEPT) {
        lines.removeFirst();
      }
    }

    /** The oldest first. */
    synchronized List<String> lines() {
      return List.copyOf(lines);
    }

    /** How many there were, those that are not kept among them. */
    synchronized int all() {
      return all;
    }
  }
}
