package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.http.AccessRules;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the callback address nobody reads what only the sandbox's machine can reach. */
@Timeout(60)
final class AnswersOfOthersTest {
  @TempDir Path folder;
  private Path db;
  private Merchant merchant;

  @BeforeEach
  void open() {
    db = folder.resolve("sandbox.db");
    merchant = Merchant.on(db);
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void what_this_machine_answers_is_shown() {
    merchant.receiver.answering(200, "the body");
    merchant.listening("plain", merchant.receiver.url("/").replace("127.0.0.1", "localhost"));

    assertThat(merchant.result(merchant.redeemed("1"), 1))
        .isEqualTo("200 but neither success nor empty: the body");
  }

  @Test
  void what_another_one_answers_is_shown_to_holders_of_the_token_alone() throws Exception {
    merchant.receiver.answering(200, "the body");
    merchant.listening("plain", merchant.receiver.url("/").replace("127.0.0.1", elsewhere()));
    long id = merchant.redeemed("1");

    assertThat(merchant.result(id, 1))
        .isEqualTo(
            "200 but neither success nor empty"
                + " (what it said is shown to those who send X-Wxcard-Token)");
    assertThat(merchant.raw.get("/sandbox/export").toString()).doesNotContain("the body");
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1",
            0,
            Optional.of(db),
            Optional.empty(),
            Clock.systemUTC(),
            new Random(2),
            AccountPolicy.USUAL,
            false,
            new AccessRules(Optional.empty(), Set.of(), Optional.of("t0ken")));
    try (Sandbox sandbox = Sandbox.start(options)) {
      URI events = sandbox.base().resolve("/sandbox/events");
      assertThat(get(events, "guessed")).doesNotContain("the body");
      assertThat(get(events, "t0ken")).contains("200 but neither success nor empty: the body");
      assertThat(get(sandbox.base().resolve("/sandbox/export"), "t0ken")).contains("the body");
    }
  }

  @Test
  void a_refused_connection_and_a_status_tell_nothing_that_was_said() throws Exception {
    merchant.receiver.answering(404, "the body");
    merchant.listening("plain", merchant.receiver.url("/").replace("127.0.0.1", elsewhere()));
    long id = merchant.redeemed("1");

    assertThat(merchant.result(id, 1)).isEqualTo("HTTP 404");
    JsonNode event = merchant.event(id);
    assertThat(event.toString()).doesNotContain("the body");
  }

  /** A name proves nothing of where it leads, which is to the receiver here. */
  private static String elsewhere() throws UnknownHostException {
    String name = InetAddress.getLocalHost().getHostName();
    boolean usable = name.matches("[a-zA-Z][a-zA-Z0-9-]*") && !name.equals("localhost");
    assumeTrue(
        usable && InetAddress.getByName(name).equals(InetAddress.getLoopbackAddress()),
        "this machine has no name of its own that leads to 127.0.0.1");
    return name;
  }

  private static String get(URI address, String token) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).header("X-Wxcard-Token", token).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
