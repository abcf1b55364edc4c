package io.github.wxcard.server;

import io.netty.util.internal.logging.AbstractInternalLogger;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/**
 * Says nothing: what a connection suffers is no matter for the terminal, and a logging framework
 * costs memory.
 */
final class NoOpLogger extends AbstractInternalLogger {
  private static final long serialVersionUID = 1;

  private NoOpLogger() {
    super("none");
  }

  static InternalLoggerFactory factory() {
    return new InternalLoggerFactory() {
      @Override
      protected InternalLogger newInstance(String name) {
        return new NoOpLogger();
      }
    };
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public void trace(String message) {}

  @Override
  public void trace(String format, Object argument) {}

  @Override
  public void trace(String format, Object one, Object other) {}

  @Override
  public void trace(String format, Object... arguments) {}

  @Override
  public void trace(String message, Throwable trouble) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String message) {}

  @Override
  public void debug(String format, Object argument) {}

  @Override
  public void debug(String format, Object one, Object other) {}

  @Override
  public void debug(String format, Object... arguments) {}

  @Override
  public void debug(String message, Throwable trouble) {}

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public void info(String message) {}

  @Override
  public void info(String format, Object argument) {}

  @Override
  public void info(String format, Object one, Object other) {}

  @Override
  public void info(String format, Object... arguments) {}

  @Override
  public void info(String message, Throwable trouble) {}

  @Override
  public boolean isWarnEnabled() {
    return false;
  }

  @Override
  public void warn(String message) {}

  @Override
  public void warn(String format, Object argument) {}

  @Override
  public void warn(String format, Object one, Object other) {}

  @Override
  public void warn(String format, Object... arguments) {}

  @Override
  public void warn(String message, Throwable trouble) {}

  @Override
  public boolean isErrorEnabled() {
    return false;
  }

  @Override
  public void error(String message) {}

  @Override
  public void error(String format, Object argument) {}

  @Override
  public void error(String format, Object one, Object other) {}

  @Override
  public void error(String format, Object... arguments) {}

  @Override
  public void error(String message, Throwable trouble) {}
}
