package io.github.wxcard.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own beside this machine's, whose callers come from another address.
 *
 * @param name of the network namespace
 * @param address under which this machine is reached from there
 */
record OtherMachine(String name, String address) implements AutoCloseable {
  /** Empty where nobody may make one. */
  static Optional<OtherMachine> make() {
    long pid = ProcessHandle.current().pid();
    String name = "wxcard" + pid;
    String ours = "wxa" + pid % 100_000;
    String theirs = "wxb" + pid % 100_000;
    String net = "10.203." + pid % 250 + ".";
    String inside = "ip netns exec " + name + " ip ";
    OtherMachine made = new OtherMachine(name, net + "1");
    for (String command :
        List.of(
            "ip netns add " + name,
            "ip link add " + ours + " type veth peer name " + theirs,
            "ip link set " + theirs + " netns " + name,
            "ip addr add " + net + "1/30 dev " + ours,
            "ip link set " + ours + " up",
            inside + "addr add " + net + "2/30 dev " + theirs,
            inside + "link set " + theirs + " up")) {
      if (!works(command)) {
        made.close();
        return Optional.empty();
      }
    }
    return Optional.of(made);
  }

  /** How a command line ended, its error stream with its output. */
  record Ended(int code, String text) {}

  /** Runs wxcard there. */
  Ended wxcard(Path home, Map<String, String> variables, String... words) throws Exception {
    ProcessBuilder program = ServeProcess.program(home, List.of(words));
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name));
    command.addAll(program.command());
    program.command(command).redirectErrorStream(true);
    program.environment().putAll(variables);
    Process process = program.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }

  private static boolean works(String command) {
    try {
      Process process =
          new ProcessBuilder(command.split(" ", -1)).redirectErrorStream(true).start();
      boolean ended = process.waitFor(20, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    works("ip netns del " + name);
    works("ip link del wxa" + ProcessHandle.current().pid() % 100_000);
  }
}
