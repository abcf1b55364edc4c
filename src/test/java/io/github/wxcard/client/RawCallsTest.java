package io.github.wxcard.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCallsTest {
  private static final String CREATED = "{\"errcode\":0,\"errmsg\":\"ok\",\"card_id\":\"p1\"}";

  @TempDir Path home;
  private Stub stub;

  @BeforeEach
  void serve() {
    stub = new Stub(home);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private Failure postFails(String path) {
    return catchThrowableOfType(
        Failure.class, () -> stub.client().raw().post(path, Map.of(), Json.object()));
  }

  @Test
  void a_lost_answer_is_asked_for_again_only_where_nothing_changes() {
    for (String path : new String[] {"/card/get", "/card/code/mark", "/cgi-bin/unheard/of"}) {
      stub.answer(path, aResponse().withFault(Fault.EMPTY_RESPONSE));
    }
    assertThat(postFails("/card/get").retryable()).isTrue();
    assertThat(stub.requests("/card/get")).isEqualTo(3);
    assertThat(postFails("/card/code/mark").meaning())
        .hasValueSatisfying(text -> assertThat(text).contains("is not known"));
    assertThat(stub.requests("/card/code/mark")).isEqualTo(1);
    assertThat(postFails("/cgi-bin/unheard/of").retryable()).isFalse();
    assertThat(stub.requests("/cgi-bin/unheard/of")).isEqualTo(1);
  }

  @Test
  void a_get_is_repeated_and_heals() {
    stub.answer("/any", Stub.errcode(-1, "system error"), Stub.json("{\"code\":7}"));
    assertThat(stub.client().raw().get("/any", Map.of("a", "b c")).tree().orElseThrow())
        .hasToString("{\"code\":7}");
    assertThat(stub.last("/any").getUrl()).endsWith("&a=b%20c");
  }

  @Test
  void a_call_that_came_too_often_is_repeated_whatever_it_does() {
    stub.answer(
        "/cgi-bin/unheard/of", Stub.errcode(45061, "too often"), Stub.json("{\"errcode\":0}"));
    stub.client().raw().post("/cgi-bin/unheard/of", Map.of(), Json.object());
    assertThat(stub.requests("/cgi-bin/unheard/of")).isEqualTo(2);
  }

  @Test
  void a_refused_token_is_replaced_once() {
    stub.answer("/card/create", Stub.errcode(42001, "access_token expired"), Stub.json(CREATED));
    stub.client().raw().post("/card/create", Map.of(), Json.object().put("a", "金"));
    assertThat(stub.requests("/card/create")).isEqualTo(2);
    assertThat(stub.last("/card/create").getBodyAsString()).isEqualTo("{\"a\":\"金\"}");
  }

  @Test
  void a_body_that_is_not_given_is_not_sent() {
    stub.answer("/card/create", Stub.json(CREATED));
    stub.client().raw().post("/card/create", Map.of(), null);
    assertThat(stub.last("/card/create").getBody()).isEmpty();
  }

  @Test
  void an_image_comes_as_it_is_and_needs_no_token() {
    byte[] bytes = {(byte) 0xff, (byte) 0xd8, 0, 1};
    stub.answer(
        RawCalls.PICTURE_PATH, aResponse().withHeader("Content-Type", "image/jpg").withBody(bytes));
    RawApiResponse answer = stub.client().raw().get(RawCalls.PICTURE_PATH, Map.of("ticket", "t=="));
    assertThat(answer.body()).isEqualTo(bytes);
    assertThat(answer.tree()).isEmpty();
    assertThat(stub.last(RawCalls.PICTURE_PATH).getUrl())
        .isEqualTo(RawCalls.PICTURE_PATH + "?ticket=t%3D%3D");
  }

  @Test
  void a_page_of_a_proxy_is_no_answer() {
    stub.answer(
        "/card/get",
        aResponse()
            .withHeader("Content-Type", "text/html")
            .withBody("<html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(postFails("/card/get")).hasMessageContaining("not JSON");
  }
}
