package io.github.wxcard;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.TerminalFailureException;
import org.opentest4j.TestAbortedException;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server of the test's own on a free port of this machine: the one on the PATH, else one
 * that a test library brings. It ends with the test, or with the test's process.
 */
public final class RedisServer implements AutoCloseable {
  /** The shell outlives a test process that is killed, and then ends the server. */
  private static final String WATCHED =
      "\"$0\" --version >/dev/null 2>&1 || exit 1; \"$0\" \"$@\" </dev/null >/dev/null 2>&1 &"
          + " server=$!; read -r line; kill \"$server\"; wait";

  private final Process shell;
  private final int port;
  private final String password;

  private RedisServer(Process shell, int port, String password) {
    this.shell = shell;
    this.port = port;
    this.password = password;
  }

  /** Returns when it answers. */
  public static RedisServer start() throws IOException {
    return start("");
  }

  /**
   * The same with a login.
   *
   * @param password empty for a server that asks for none
   */
  public static RedisServer start(String password) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHED, binary()));
    command.addAll(List.of("--bind", "127.0.0.1", "--port", String.valueOf(port), "--save", ""));
    if (!password.isEmpty()) {
      command.addAll(List.of("--requirepass", password));
    }
    Process shell = new ProcessBuilder(command).start();
    RedisServer server = new RedisServer(shell, port, password);
    server.awaitAnswer();
    return server;
  }

  public int port() {
    return port;
  }

  /** What a profile's {@code tokenStore} says. */
  public String url() {
    return "redis://" + (password.isEmpty() ? "" : ":" + password + "@") + "127.0.0.1:" + port;
  }

  /** Every key it holds, in order. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Object key : (List<?>) ask(new CommandArguments(Command.KEYS).add("*"))) {
      keys.add(text(key));
    }
    return keys;
  }

  /** The only key whose name ends so. */
  public String key(String ending) {
    List<String> found = keys().stream().filter(key -> key.endsWith(ending)).toList();
    if (found.size() != 1) {
      throw new AssertionError("one key …" + ending + " wanted, found " + found);
    }
    return found.get(0);
  }

  public String get(String key) {
    return text(ask(new CommandArguments(Command.GET).add(key)));
  }

  public void set(String key, String value, long millis) {
    CommandArguments words = new CommandArguments(Command.SET).add(key).add(value);
    ask(words.add("PX").add(String.valueOf(millis)));
  }

  /**
   * Lets somebody in.
   *
   * @param rules as {@code ACL SETUSER} takes them
   */
  public void admit(String user, String itsPassword, String... rules) {
    CommandArguments words = new CommandArguments(Command.ACL).add("SETUSER").add(user);
    words.add("on").add(">" + itsPassword);
    for (String rule : rules) {
      words.add(rule);
    }
    ask(words);
  }

  /** Lets a key lapse after so many milliseconds. */
  public void expire(String key, long millis) {
    ask(new CommandArguments(Command.PEXPIRE).add(key).add(String.valueOf(millis)));
  }

  /** How long a key still lives, in milliseconds. */
  public long lifetime(String key) {
    return (Long) ask(new CommandArguments(Command.PTTL).add(key));
  }

  private Object ask(CommandArguments words) {
    DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder().resp2();
    if (!password.isEmpty()) {
      config.password(password);
    }
    try (Connection connection =
        new Connection(new HostAndPort("127.0.0.1", port), config.build())) {
      return connection.executeCommand(words);
    }
  }

  private static String text(Object reply) {
    return reply == null ? null : new String((byte[]) reply, StandardCharsets.UTF_8);
  }

  private void awaitAnswer() throws IOException {
    boolean answers = false;
    try {
      await()
          .atMost(20, TimeUnit.SECONDS)
          .pollInterval(10, TimeUnit.MILLISECONDS)
          .failFast(() -> !shell.isAlive())
          .ignoreExceptionsInstanceOf(JedisException.class)
          .until(() -> ask(new CommandArguments(Command.PING)) != null);
      answers = true;
    } catch (TerminalFailureException ended) {
      throw new TestAbortedException("no redis-server runs here; install one on the PATH", ended);
    } finally {
      if (!answers) {
        close();
      }
    }
  }

  /** Ends the server at once; what it held is lost. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(10, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String binary() throws IOException {
    for (String folder : List.of(System.getenv("PATH").split(File.pathSeparator, -1))) {
      Path installed = Path.of(folder, "redis-server");
      if (Files.isExecutable(installed)) {
        return installed.toString();
      }
    }
    return Unpacked.SERVER.toString();
  }

  /** Once in a process. */
  private static final class Unpacked {
    static final Path SERVER = unpack();

    private static Path unpack() {
      try {
        Path folder = Files.createTempDirectory("redis-server");
        Path server = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        folder.toFile().deleteOnExit();
        server.toFile().deleteOnExit();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A port nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
