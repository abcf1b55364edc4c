package io.github.wxcard;

import java.util.ResourceBundle;

/**
 * Where the JDK's own log goes: nowhere. Its HTTP client would show tokens in it, and looking
 * through every library for somebody else to log to takes longer than a call.
 */
public final class SilentLoggerFinder extends System.LoggerFinder {
  @Override
  public System.Logger getLogger(String name, Module module) {
    return new SilentLogger(name);
  }

  private record SilentLogger(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {}

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {}
  }
}
