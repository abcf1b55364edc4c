package io.github.wxcard.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The client's rules about faults, each with its numbers written down: what is said of a fault and
 * how often a call that meets it is sent, by whether the call may be repeated; and which may.
 */
class FaultsTest {
  private static final String LOOKUP = "/card/code/get";

  private static final String OK = "{\"errcode\":0}";
  private static final String ELSEWHERE = "http://evil.invalid/";
  private static final byte[] GBK = "{\"errcode\":0,\"a\":\"中\"}".getBytes(Charset.forName("GBK"));
  private static final ResponseDefinitionBuilder TOO_OFTEN =
      Stub.errcode(45061, "maybe the update frequency is too often, please try again");

  private static WireMockServer server;

  @TempDir Path home;
  private Stub stub;

  /** A call, and how often it is sent while no answer comes. */
  private record Asked(String name, String path, int sent, Consumer<WeChat> call) {
    boolean repeated() {
      return sent > 1;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * What the server does, what a person hears of it, and how often a call is sent.
   *
   * @param repeated a call that may be repeated
   * @param other any other
   */
  private record Trial(
      String name, ResponseDefinitionBuilder answer, FailureKind kind, int repeated, int other) {
    boolean mayPass() {
      return repeated > 1;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Asked> calls() {
    return List.of(
        new Asked("token", Stub.TOKEN_PATH, 3, weChat -> weChat.tokens().current()),
        new Asked("ticket", Tokens.TICKET_PATH, 3, weChat -> weChat.tokens().cardTicket()),
        new Asked(
            "upload",
            "/cgi-bin/media/uploadimg",
            3,
            w -> w.upload("/cgi-bin/media/uploadimg", Map.of(), "buffer", "a.png", new byte[9])),
        once("create", "/card/create"),
        new Asked("get", "/card/get", 3, weChat -> weChat.card("p1")),
        once("delete", "/card/delete"),
        again("qr code", "/card/qrcode/create"),
        once("unique qr code", "/card/qrcode/create"),
        again("testers", "/card/testwhitelist/set"),
        new Asked("look up", LOOKUP, 3, weChat -> weChat.codes().get("1", null, true)),
        new Asked("consume", "/card/code/consume", 1, weChat -> weChat.codes().consume("1", null)),
        new Asked("held", "/card/user/getcardlist", 3, w -> w.codes().heldBy("o1", null)));
  }

  private static Asked once(String name, String path) {
    return new Asked(name, path, 1, weChat -> weChat.postOnce(path, Json.object(), "Look."));
  }

  private static Asked again(String name, String path) {
    return new Asked(
        name, path, 3, weChat -> weChat.post(path, Json.object(), Idempotency.IDEMPOTENT));
  }

  private static List<Trial> faults() {
    return List.of(
        network("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), 3),
        network("closed without a word", aResponse().withFault(Fault.EMPTY_RESPONSE), 3),
        network("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), 3),
        network("half a body", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), 3),
        network("no answer", Stub.json("{}").withFixedDelay(1_500), 3),
        network("slow drip", Stub.json(OK).withChunkedDribbleDelay(12, 1_500), 3),
        network("html", aResponse().withBody("<html>Welcome to the hotel</html>"), 1),
        network("no object", Stub.json("[]"), 1),
        network("two documents", Stub.json(OK + "{}"), 1),
        network("invalid utf8", aResponse().withBody(GBK), 1),
        network("empty body", aResponse(), 1),
        network("too long", aResponse().withBody(new byte[(16 << 20) + 1]), 1),
        network("http 500", aResponse().withStatus(500).withBody("oops"), 3),
        network("http 502", aResponse().withStatus(502), 3),
        network("http 503", aResponse().withStatus(503), 3),
        network("http 504", aResponse().withStatus(504), 3),
        network("http 429", aResponse().withStatus(429), 3),
        network("http 404", aResponse().withStatus(404).withBody("<html>"), 1),
        network("elsewhere", aResponse().withStatus(302).withHeader("Location", ELSEWHERE), 1),
        new Trial("busy", Stub.errcode(-1, "system error"), FailureKind.REFUSED, 3, 1),
        // Refused before anything was done.
        new Trial("too often", TOO_OFTEN, FailureKind.REFUSED, 3, 3),
        new Trial("quota", Stub.errcode(45009, "reach max api"), FailureKind.REFUSED, 1, 1),
        new Trial("no right", Stub.errcode(48001, "api unauthorized"), FailureKind.AUTH, 1, 1),
        new Trial("blocked ip", Stub.errcode(40164, "invalid ip 1.2.3.4"), FailureKind.AUTH, 1, 1),
        new Trial("unknown code", Stub.errcode(99999, "no such"), FailureKind.REFUSED, 1, 1));
  }

  /**
   * The call was lost, or what came back is not WeChat's: no other call than these is sent twice.
   */
  private static Trial network(String name, ResponseDefinitionBuilder answer, int repeated) {
    return new Trial(name, answer, FailureKind.NETWORK, repeated, 1);
  }

  @BeforeAll
  static void start() {
    server = Stub.server();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void open() {
    stub = new Stub(home, server);
  }

  @AfterEach
  void forget() {
    stub.forget();
  }

  static Stream<Arguments> matrix() {
    return calls().stream()
        .filter(call -> List.of("token", "upload", "create", "get").contains(call.name))
        .flatMap(call -> faults().stream().map(fault -> Arguments.of(call, fault)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void a_fault_is_told_and_repeated_only_where_that_is_harmless(Asked call, Trial fault) {
    int tries = call.repeated() ? fault.repeated : fault.other;

    Failure failure = meet(call, fault, tries);

    assertThat(failure.kind()).isEqualTo(fault.kind);
    assertThat(failure.fix()).isPresent();
    assertThat(stub.pauses).allMatch(pause -> pause.toMillis() >= 200 && pause.toMillis() <= 800);
    String everythingTold = failure.json() + failure.getMessage() + stub.trace;
    assertThat(everythingTold).doesNotContain(Stub.SECRET, "marker-token");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whether_a_call_may_be_repeated_is_known_of_each(Asked call) {
    meet(call, network("lost", aResponse().withFault(Fault.EMPTY_RESPONSE), 3), call.sent);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_call_that_came_too_often_was_not_carried_out_and_is_repeated(Asked call) {
    Failure failure = meet(call, new Trial("too often", TOO_OFTEN, FailureKind.REFUSED, 3, 3), 3);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure.meaning().orElse("")).doesNotContain("not known");
  }

  /** Makes a call that meets a fault, and checks how often it was sent, with a pause between. */
  private Failure meet(Asked call, Trial fault, int tries) {
    stub.answer(LOOKUP, Stub.errcode(40056, "invalid serial code"));
    try (WeChat earlier = stub.client()) {
      earlier.tokens().current();
    }
    if (call.path.equals(Stub.TOKEN_PATH)) {
      stub.around.advance(Duration.ofHours(3));
    }
    stub.answer(call.path, fault.answer);
    int before = stub.requests(call.path);

    Failure failure = failure(call, limit(fault));

    assertThat(stub.requests(call.path) - before).isEqualTo(tries);
    assertThat(stub.pauses).hasSize(tries - 1);
    return failure;
  }

  static Stream<Trial> passing() {
    return faults().stream().filter(Trial::mayPass);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_fault_that_passes_is_not_told(Trial fault) {
    stub.answer(
        "/card/get",
        fault.answer,
        fault.answer,
        Stub.json("{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_type\":\"GROUPON\"}}"));

    try (WeChat weChat = stub.client(limit(fault))) {
      weChat.card("p1");
    }
    assertThat(stub.requests("/card/get")).isEqualTo(3);
  }

  private Failure failure(Asked call, ClientOptions options) {
    try (WeChat weChat = stub.client(options)) {
      Failure failure = catchThrowableOfType(Failure.class, () -> call.call.accept(weChat));
      assertThat(failure).as("a failure").isNotNull();
      return failure;
    }
  }

  private ClientOptions limit(Trial fault) {
    boolean slow = fault.name.equals("no answer") || fault.name.equals("slow drip");
    return stub.options().withCallLimit(Duration.ofMillis(slow ? 150 : 20_000));
  }
}
