package io.github.wxcard.client;

import io.github.wxcard.client.redis.RedisTokenStore;
import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process of its own that waits for a line, asks for the account's token, and prints it. */
final class OtherProcess {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Returns when the process is ready to ask. */
  static OtherProcess start(Map<String, String> variables) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.endsWith("_PROXY") || name.equals("CI"));
    builder.environment().putAll(variables);
    return new OtherProcess(builder.start());
  }

  void awaitReady() throws IOException {
    int first = process.getInputStream().read();
    if (first != '.') {
      throw new IOException("the process did not start: " + (char) first + output());
    }
  }

  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** What it printed, once it has ended. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  void kill() {
    process.destroyForcibly();
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    Environment environment =
        new Environment(System.getenv(), Path.of(""), Clock.systemUTC(), new SecureRandom());
    AccountSelection choices = new AccountSelection(Optional.empty(), false, Optional.empty());
    Settings settings = new Settings(environment, choices, out::println);
    ResolvedAccount target = settings.target();
    try (WeChat weChat =
        WeChat.open(target, settings.tokens(target), environment, ClientOptions.usual("0"))) {
      // Whoever loads classes for seconds comes too late to meet the others.
      weChat.sharedTokens().ifPresent(RedisTokenStore::probe);
      out.print('.');
      out.flush();
      System.in.read();
      out.println(weChat.tokens().current().value());
    } catch (Failure failure) {
      out.println(failure.json());
    }
  }
}
