package io.github.wxcard.cli.base;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.UntrustedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the sandbox's state is kept: in a file, unless it is asked for in memory. */
public final class SandboxDatabase {
  /** What to call a state that is in no file. */
  public static final String MEMORY = ":memory:";

  private static final String VARIABLE = "WXCARD_SANDBOX_DB";

  private final Environment environment;

  SandboxDatabase(Environment environment) {
    this.environment = environment;
  }

  /** The file; empty for one in memory. */
  public Optional<Path> file() {
    return file(environment.variable(VARIABLE));
  }

  /**
   * As {@link #file}, where the person says which.
   *
   * @param named a file, or that it shall be in memory; empty for the usual one
   */
  public Optional<Path> file(Optional<String> named) {
    if (named.filter(MEMORY::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        named
            .map(environment::resolve)
            .orElseGet(
                () ->
                    environment
                        .folder("XDG_STATE_HOME", ".local/state")
                        .resolve("wxcard/sandbox.db")));
  }

  /** The same, to be opened: a file that nobody has named must be the person's own. */
  public Optional<Path> checked() {
    Optional<Path> file = file();
    if (file.isPresent() && !isNamed()) {
      try {
        FileTrust.check(file.get());
      } catch (UntrustedFileException e) {
        throw Failure.untrusted("the sandbox database " + file.get(), e);
      } catch (IOException unreadable) {
        return file; // Opening it tells why.
      }
    }
    return file;
  }

  /**
   * The same for a sandbox that shall work without a home as well: in memory then.
   *
   * @param what to call it at the beginning of a sentence
   * @param notices told that nothing can be kept
   */
  public Optional<Path> opened(String what, Consumer<String> notices) {
    Optional<Path> file = checked();
    Optional<String> objection = isNamed() ? Optional.empty() : file.flatMap(Sandbox::objection);
    objection.ifPresent(
        why ->
            notices.accept(
                ("%s lives in memory and forgets everything at the end, as nothing can be kept in"
                        + " %s: %s.")
                    .formatted(what, file.orElseThrow().getParent(), why)));
    return objection.isPresent() ? Optional.empty() : file;
  }

  private boolean isNamed() {
    return environment.variable(VARIABLE).isPresent();
  }
}
