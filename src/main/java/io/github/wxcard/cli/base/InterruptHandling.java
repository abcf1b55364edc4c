package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.GracefulShutdown.Stage;
import io.github.wxcard.client.Cancellation;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.ScenarioRunner.Interruption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What Ctrl-C and signals do to the commands of a program. As long as nothing would get lost they
 * end the process at once; from the first request that must not be repeated to the end of its
 * command they wait, for two seconds at the most.
 */
public final class InterruptHandling {
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Consumer<String> said;
  private final Cancellation cancellation = new Cancellation(this::holdBack);
  private volatile GracefulShutdown shutdown;

  /**
   * For the thread that calls this.
   *
   * @param said told what is waited for
   */
  InterruptHandling(Consumer<String> said) {
    this.said = said;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Whether the command under way has been told to stop. */
  public boolean requested() {
    return cancellation.requested();
  }

  /** Stops the command under way; returns when that has ended, or has had its time. */
  public void interrupt() {
    GracefulShutdown open = shutdown;
    if (open == null) {
      cancellation.request();
    } else {
      open.run();
    }
  }

  /** A command begins. */
  public Scope command() {
    return new Scope(shutdown);
  }

  /** The command under way does several things in turn, and tidies up behind them. */
  public RunInterruption runInterruption() {
    shutdown =
        shutdown(
            new Stage("the step under way", TIMEOUT),
            new Stage("the clean-up", RunInterruption.TIMEOUT));
    return new RunInterruption(shutdown, cancellation);
  }

  private void holdBack() {
    if (shutdown == null) {
      shutdown = shutdown(new Stage("the answer", TIMEOUT));
    }
  }

  private GracefulShutdown shutdown(Stage... stages) {
    return new GracefulShutdown(cancellation::request, cancellation::force, "", said, stages);
  }

  /** From a command's beginning to its end. */
  public final class Scope implements AutoCloseable {
    private final GracefulShutdown outer;

    private Scope(GracefulShutdown outer) {
      this.outer = outer;
    }

    /** What is left to say after a result: that it is there although somebody said stop. */
    public Optional<Failure> afterResult(Optional<Failure> own) {
      if (!requested()) {
        return own;
      }
      return own.map(this::told)
          .or(
              () ->
                  Optional.of(
                      Failure.of(
                          FailureKind.INTERRUPTED,
                          "interrupted when it was done already",
                          "Nothing is left to do; the result is on standard output.")));
    }

    /**
     * What is said when nobody reads the result, as when Ctrl-C has ended a whole pipeline; empty
     * when nobody said stop. A token is in the cache, and not shown.
     */
    public Optional<Failure> withoutReader(Result result) {
      if (!requested()) {
        return Optional.empty();
      }
      Failure failure =
          Failure.of(
              FailureKind.INTERRUPTED,
              "interrupted when it was done already, and nobody has read the result",
              "Nothing is left to do.");
      JsonNode document = result.json();
      return Optional.of(
          document.has("access_token")
              ? failure
              : failure.detail(Json.write(document)).extra("result", document));
    }

    /** A failure as it is told, when somebody said stop before it came. */
    public Failure told(Failure failure) {
      return requested() && failure.kind() != FailureKind.INTERRUPTED
          ? failure.as(FailureKind.INTERRUPTED, "interrupted; " + failure.getMessage())
          : failure;
    }

    @Override
    public void close() {
      if (shutdown != outer) {
        shutdown.close();
        shutdown = outer;
      }
      if (outer == null) {
        cancellation.reset();
      } else {
        cancellation.settle();
      }
    }
  }

  /**
   * Several steps and a clean-up. Told to stop, the step under way ends, and there are five seconds
   * for the clean-up.
   */
  public static final class RunInterruption implements Interruption {
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final GracefulShutdown shutdown;
    private final Cancellation cancellation;

    RunInterruption(GracefulShutdown shutdown, Cancellation cancellation) {
      this.shutdown = shutdown;
      this.cancellation = cancellation;
    }

    @Override
    public boolean requested() {
      return cancellation.requested();
    }

    @Override
    public boolean cleanUp() {
      cancellation.reset();
      return shutdown.nextStage();
    }
  }
}
