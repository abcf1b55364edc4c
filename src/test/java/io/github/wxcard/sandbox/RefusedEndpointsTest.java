package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sandbox knows of and does not play. */
final class RefusedEndpointsTest {
  @Injected private RawSandbox raw;

  @Test
  void an_endpoint_that_is_not_played_answers_with_the_code_it_is_listed_with() {
    int count = 0;
    for (JsonNode endpoint : raw.get("/sandbox/coverage").path("endpoints")) {
      if (endpoint.path("coverage").asText().equals("refused")) {
        String path = endpoint.path("path").asText().replace("*", "anything");
        int errcode = Integer.parseInt(endpoint.path("note").asText().split(":", 2)[0]);
        assertThat(raw.errcode(path, "{}")).as(path).isEqualTo(errcode);
        assertThat(raw.post(path, "{}").path("errcode").asInt()).as(path).isEqualTo(41001);
        count++;
      }
    }
    assertThat(count).isGreaterThan(5);
  }

  @Test
  void the_reason_says_that_wechat_has_what_is_not_played() {
    for (String path :
        List.of(
            "/card/invoice/seturl",
            "/card/invoice/setbizattr?action=set_contact",
            "/card/invoice/reimburse/getinvoiceinfo",
            "/card/mkt/activity/create",
            "/card/giftcard/page/add",
            "/card/giftcard/pay/wxa/set",
            "/card/paygiftcard/add")) {
      String join = path.contains("?") ? "&" : "?";
      HttpResponse<byte[]> answer =
          raw.send(
              path + join + "access_token=" + raw.token(),
              builder -> builder.POST(BodyPublishers.ofString("{}")));
      assertThat(RawSandbox.json(answer).path("errcode").asInt()).as(path).isEqualTo(48001);
      assertThat(answer.headers().firstValue("X-Wxcard-Reason").orElse(""))
          .as(path)
          .contains("WeChat%20has%20it");
    }
  }
}
