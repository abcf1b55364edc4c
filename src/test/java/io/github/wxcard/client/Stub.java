package io.github.wxcard.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wxcard.config.Settings;
import io.github.wxcard.config.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A host that answers as the test says, and a client of it with a home of its own. */
final class Stub implements AutoCloseable {
  static final String SECRET = "marker-secret-0123456789abcdef";
  static final String TOKEN_PATH = "/cgi-bin/stable_token";

  final Surroundings around;
  final List<Duration> pauses = new ArrayList<>();
  final List<String> trace = new ArrayList<>();
  private final WireMockServer server;

  Stub(Path home) {
    this(home, server());
  }

  /** On a server that serves several tests, one after the other. */
  Stub(Path home, WireMockServer server) {
    this.server = server;
    around = new Surroundings(home);
    around.set("WXCARD_API_BASE", "http://127.0.0.1:" + server.port());
    around.set("WXCARD_APPID", "wx1").set("WXCARD_SECRET", SECRET);
    tokens("marker-token-1", "marker-token-2", "marker-token-3");
  }

  static WireMockServer server() {
    WireMockServer server =
        new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    return server;
  }

  /** Tokens are handed out in this order, the last one for ever. */
  void tokens(String... values) {
    ResponseDefinitionBuilder[] answers = new ResponseDefinitionBuilder[values.length];
    for (int i = 0; i < values.length; i++) {
      answers[i] = json("{\"access_token\":\"" + values[i] + "\",\"expires_in\":7200}");
    }
    answer(TOKEN_PATH, answers);
  }

  /** Answers to a path in this order, the last one for ever. */
  void answer(String path, ResponseDefinitionBuilder... answers) {
    String state = Scenario.STARTED;
    for (int i = 0; i < answers.length; i++) {
      String next = i + 1 < answers.length ? "after " + (i + 1) : state;
      server.stubFor(
          any(urlPathEqualTo(path))
              .inScenario(path)
              .whenScenarioStateIs(state)
              .willReturn(answers[i])
              .willSetStateTo(next));
      state = next;
    }
    server.resetScenarios();
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  static ResponseDefinitionBuilder errcode(int errcode, String errmsg) {
    return json("{\"errcode\":" + errcode + ",\"errmsg\":\"" + errmsg + " rid: 1-2-3\"}");
  }

  WeChat client() {
    return client(options());
  }

  ClientOptions options() {
    return ClientOptions.usual("0").withPause(pauses::add).withTrace(trace::add);
  }

  WeChat client(ClientOptions options) {
    Settings settings = around.settings();
    return WeChat.open(
        settings.target(), settings.tokens(settings.target()), around.environment(), options);
  }

  int requests(String path) {
    return server.findAll(anyRequestedFor(urlPathEqualTo(path))).size();
  }

  LoggedRequest last(String path) {
    List<LoggedRequest> found = server.findAll(anyRequestedFor(urlPathEqualTo(path)));
    return found.get(found.size() - 1);
  }

  int requests() {
    return server.findAll(anyRequestedFor(anyUrl())).size();
  }

  void forget() {
    server.resetAll();
  }

  @Override
  public void close() {
    server.stop();
  }
}
