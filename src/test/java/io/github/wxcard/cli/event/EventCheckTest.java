package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.text.QueryString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class EventCheckTest {
  @TempDir Path home;
  private Wxcard wx;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile UnaryOperator<String> answer = echostr -> echostr;

  @BeforeEach
  void start() throws IOException {
    wx = new Wxcard(home).typing(Callback.SECRETS);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String query = exchange.getRequestURI().getRawQuery();
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
          asked.add(query);
          String text = answer.apply(QueryString.parse(query).get("echostr"));
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void the_server_is_asked_as_the_console_asks_and_its_own_query_is_kept() {
    Run run = check("/in?shop=7", "--json").exits(0);

    assertThat(run.json().path("accepted").asBoolean()).isTrue();
    assertThat(run.json().path("problems")).isEmpty();
    assertThat(asked).first().isEqualTo("GET /in");
    Map<String, String> query = QueryString.parse(asked.get(1));
    assertThat(query)
        .containsOnlyKeys("shop", "signature", "echostr", "timestamp", "nonce")
        .containsEntry("shop", "7");
    assertThat(query.get("echostr")).matches("[1-9][0-9]{18}");
  }

  @Test
  void a_listener_of_ours_passes() throws IOException {
    Listening listening = Callback.listen(wx, "--count", "1");

    assertThat(wx.run("event", "check", listening.url(), "--secrets-stdin").exits(0).out())
        .matches("200 echostr in [0-9]+ ms\n");

    wx.run("event", "trigger", "user_del_card", "--to", listening.url(), "--secrets-stdin")
        .exits(0);
    listening.running().join().exits(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"E\" | quotation marks around it",
        "E\" | a quotation mark beside it",
        "E⏎ | a line break after it",
        "⏎E | a line break before it",
        "BOM E | a byte order mark (BOM) before it",
        "BOM \"E\"⏎ | (BOM) before it; the answer is the echostr with quotation marks around it",
        "<p>E</p> | tags around it",
        "<html>⏎<p>\"?echostr=E\"</p>⏎ | address: the answer is the echostr with a web" + " page",
        "echostr=E | other text beside it",
        "E UNSEEN | characters that cannot be seen",
        "success | which is for pushes",
        "hello | another text than the echostr",
        "NOTHING | the answer is empty"
      })
  void what_spoils_the_answer_is_named(String pattern, String named) {
    String text =
        pattern
            .replace("⏎", "\r\n")
            .replace("BOM ", "\uFEFF")
            .replace(" UNSEEN", "\u200B")
            .replace("NOTHING", "");
    answer = echostr -> text.replace("E", echostr);

    Run run = check("/").exits(5);

    assertThat(run.err()).contains(named).contains("answer the value of echostr");
  }

  @Test
  void a_number_that_was_rounded_is_told_from_another_text() {
    answer = echostr -> Long.toString((long) Double.parseDouble(echostr));
    assertThat(check("/").exits(5).err()).contains("read as a number");

    answer = echostr -> Long.parseLong(echostr.substring(0, 15)) + 1 + "0".repeat(4);
    assertThat(check("/").exits(5).err()).as("a carry").contains("read as a number");

    answer = echostr -> Double.toString(Double.parseDouble(echostr));
    assertThat(check("/").exits(5).err()).contains("read as a number");

    answer = echostr -> "%.4E".formatted(Double.parseDouble(echostr));
    assertThat(check("/").exits(5).err()).contains("read as a number");
    answer = echostr -> "1E+99";
    assertThat(check("/").exits(5).err()).contains("another text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "timestamp", "nonce"})
  void another_value_of_the_query_is_named(String name) {
    answer = echostr -> QueryString.parse(asked.get(1)).get(name);

    assertThat(check("/").exits(5).err()).contains("the answer is the " + name + " instead of");
  }

  @ParameterizedTest
  @CsvSource({
    "302, redirects are not followed",
    "403, does not take the signature",
    "404, takes no GET",
    "405, takes no GET",
    "500, HTTP 500"
  })
  void a_wrong_status_is_named_even_with_the_right_text(int status, String named) {
    this.status = status;

    Run run = check("/", "--json").exits(5);

    assertThat(run.json().path("problems").path(0).asText()).contains(named);
    assertThat(run.json().path("status").asInt()).isEqualTo(status);
  }

  @Test
  void a_server_that_is_silent_or_not_there_is_exit_6() {
    CountDownLatch release = new CountDownLatch(1);
    answer = echostr -> isCounted(release) ? "" : echostr;
    assertThat(check("/", "--timeout", "2s").exits(6).err()).contains("within 2000 ms");
    release.countDown();

    server.stop(0);
    assertThat(check("/").exits(6).err()).contains("Check that the server runs");
  }

  @Test
  void a_dry_run_asks_nobody() {
    Run run = check("/", "--dry-run").exits(0);

    assertThat(run.out()).startsWith("GET http://127.0.0.1:").contains("echostr=");
    assertThat(asked).isEmpty();
  }

  @Test
  void the_token_is_shown_nowhere() {
    answer = echostr -> Callback.SECRETS.lines().findFirst().orElseThrow();

    Run run = check("/", "-v").exits(5);

    assertThat(run.out() + run.err())
        .doesNotContain(Callback.SECRETS.lines().findFirst().orElseThrow());
  }

  @Test
  void the_examples_of_the_help_run() {
    assertThat(HelpExamples.run(wx, "event check", Map.of("http://127.0.0.1:8901/", url("/"))))
        .allSatisfy(run -> run.exits(0));
  }

  private static boolean isCounted(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Run check(String path, String... further) {
    String[] words = new String[4 + further.length];
    System.arraycopy(new String[] {"event", "check", url(path), "--secrets-stdin"}, 0, words, 0, 4);
    System.arraycopy(further, 0, words, 4, further.length);
    return wx.run(words);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }
}
