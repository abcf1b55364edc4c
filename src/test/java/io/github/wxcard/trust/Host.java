package io.github.wxcard.trust;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.wxcard.OwnCertificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host that answers every call well, save the one that a test makes go wrong. */
final class Host implements AutoCloseable {
  /** Whatever a command looks for in an answer. */
  static final String GOOD =
      """
      {"errcode":0,"errmsg":"ok","access_token":"plain-token","ticket":"gQTicket","expires_in":7200,
       "card_id":"pCard","card_id_list":["pCard"],"total_num":1,"url":"http://127.0.0.1/q/abc",
       "code":"A001","openid":"oPerson","can_consume":true,"user_card_status":"NORMAL",
       "card":{"card_id":"pCard","card_type":"GROUPON","groupon":{"base_info":{"title":"t"}}},
       "exist_code":["A001","A002"],"succ_code":2,"count":2,"time":1800000000,"id":1,
       "send_check":false,"msg_id":34182,"page_id":8,"result_bonus":30,"result_balance":0,
       "has_active":true,"category":[],"info_list":[],"dns":[],"ping":[],"ip_list":[],
       "iso":"2027-01-15T08:00:00Z","list":[],"colors":[],"users":[],"faults":[],"events":[],
       "entries":[],"card_list":[],"info":{"merchant_id":12000001,"status":"CHECKING"},
       "content":"<iframe/>","tables":{},"appid":"%s"}
      """
          .formatted(Markers.APP_ID);

  private static final String TOKEN =
      "{\"access_token\":\"" + Markers.RENEWED_TOKEN + "\",\"expires_in\":7200}";

  /** What these calls answer is secret. */
  private static final Map<String, String> SECRET =
      Map.of(
          "/cgi-bin/ticket/getticket",
              "{\"errcode\":0,\"ticket\":\"" + Markers.TICKET + "\",\"expires_in\":7200}",
          "/cgi-bin/token", TOKEN,
          "/cgi-bin/stable_token", TOKEN);

  private static final int LAST_RESORT = 10;

  private final Optional<OwnCertificate> certificate;
  private final WireMockServer server;

  Host() {
    this(Optional.empty());
  }

  /**
   * @param certificate what it shows; empty for plain http
   */
  Host(Optional<OwnCertificate> certificate) {
    WireMockConfiguration how = wireMockConfig().bindAddress("127.0.0.1").dynamicPort();
    certificate.ifPresent(
        own ->
            how.dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(own.keys().toString())
                .keystorePassword(OwnCertificate.PASSWORD)
                .keyManagerPassword(OwnCertificate.PASSWORD));
    this.certificate = certificate;
    this.server = new WireMockServer(how);
    server.start();
  }

  Optional<OwnCertificate> certificate() {
    return certificate;
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  /** The good answer to a call. */
  static String good(String path) {
    return SECRET.getOrDefault(path, GOOD);
  }

  String base() {
    return certificate.isPresent()
        ? "https://127.0.0.1:" + server.httpsPort()
        : "http://127.0.0.1:" + server.port();
  }

  /** Answers everything well. */
  void answerWell() {
    server.resetAll();
    server.stubFor(any(anyUrl()).atPriority(LAST_RESORT).willReturn(json(GOOD)));
    SECRET.forEach(
        (path, body) ->
            server.stubFor(
                any(urlPathEqualTo(path)).atPriority(LAST_RESORT - 1).willReturn(json(body))));
  }

  /** Answers everything so. */
  void answerAlways(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  /** Forgets all requests, and answers a call in this order, the last answer for ever. */
  void answer(Call call, List<ResponseDefinitionBuilder> answers) {
    answerWell();
    String state = Scenario.STARTED;
    for (int i = 0; i < answers.size(); i++) {
      String next = i + 1 < answers.size() ? "after " + (i + 1) : state;
      server.stubFor(
          request(call.method(), urlPathEqualTo(call.path()))
              .inScenario("fault")
              .whenScenarioStateIs(state)
              .willReturn(answers.get(i))
              .willSetStateTo(next));
      state = next;
    }
  }

  int requests(Call call) {
    return server.findAll(requestedFor(call.method(), urlPathEqualTo(call.path()))).size();
  }

  int requests() {
    return server.getAllServeEvents().size();
  }

  @Override
  public void close() {
    server.stop();
  }
}
