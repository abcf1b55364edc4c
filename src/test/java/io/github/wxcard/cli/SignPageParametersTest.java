package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.PAGE_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a page passes to {@code wx.config}. */
class SignPageParametersTest extends SignParametersFixture {
  @Test
  void a_pages_config_is_taken_as_it_stands_in_the_script() throws IOException {
    String script =
        """
        // from the page
        wx.config({
          debug: true,
          appId: 'wx0123456789abcdef',
          timestamp: 1414587457,
          nonceStr: "Wm3WZYTPz0wzccnW",
          signature: '%s',
          jsApiList: ['addCard', 'chooseCard',],
        });
        """;
    Run run = check(PAGE_TICKET, script.formatted(J1), "sign", "page", PAGE_URL).exits(0);
    assertThat(run.err()).contains("The digest fits.").doesNotContain("warning");
    Run wrong = check(PAGE_TICKET, script.formatted(J1), "sign", "page", PAGE_URL + "/x").exits(5);
    assertThat(wrong.err()).contains("right: ", "given: " + J1);
  }

  @Test
  void names_that_wechat_does_not_read_make_a_page_fail() throws IOException {
    String json =
        "{\"appid\":\"wx1\",\"timeStamp\":\"1414587457\",\"noncestr\":\"Wm3WZYTPz0wzccnW\",\"url\":\""
            + PAGE_URL
            + "\",\"signature\":\""
            + J1
            + "\",\"jsapilist\":[]}";
    assertThat(check(PAGE_TICKET, json, "sign", "page").exits(5).err())
        .contains(
            "wx.config knows no noncestr; the name is nonceStr",
            "wx.config knows no timeStamp; the name is timestamp",
            "timestamp is passed on as timeStamp, which WeChat does not read in wx.config",
            "nonceStr is passed on as noncestr",
            "appId is passed on as appid",
            "jsApiList is passed on as jsapilist");
  }

  @Test
  void of_a_pages_calls_the_one_is_checked_that_is_signed_so() throws Exception {
    String config =
        "wx.config({appId:'wx1',timestamp:1414587457,nonceStr:'Wm3WZYTPz0wzccnW',signature:'"
            + J1
            + "'});";
    String joined = "1231404896688" + CARD_TICKET + "wx0123456789abcdef";
    String choose =
        "wx.chooseCard({timestamp:'1404896688',nonceStr:'123',cardSign:'" + sha1(joined) + "'});";
    String add = "wx.addCard({cardList:[" + CARD + "]});";
    String page = config + "\n" + choose + "\n" + add;
    check(PAGE_TICKET, page, "sign", "page", PAGE_URL).exits(0);
    choose(page).exits(0);
    check(CARD_TICKET, page, "sign", "card").exits(0);
    String ready = config + "\nwx.ready(function () { wx.addCard({}); });";
    check(PAGE_TICKET, ready, "sign", "page", PAGE_URL).exits(0);
  }

  @Test
  void the_app_id_of_a_page_must_be_the_tickets() throws IOException {
    Wxcard sandbox = new Wxcard(home);
    String url = "https://a.cn/";
    JsonNode own = sandbox.run("sign", "page", url, "--sandbox", "--json").exits(0).json();
    Path file = Files.writeString(home.resolve("own.json"), own.toString());
    sandbox.run("sign", "page", url, "--sandbox", "--params", file.toString()).exits(0);
    Files.writeString(file, own.toString().replace("wx5a4db0c0000c0de1", "wx0123456789abcdef"));
    assertThat(
            sandbox
                .run("sign", "page", url, "--sandbox", "--params", file.toString())
                .exits(5)
                .err())
        .contains("appId is wx0123456789abcdef, and the ticket is the one of wx5a4db0c0000c0de1");
  }

  @Test
  void an_address_copied_out_of_html_is_named() throws Exception {
    String url = "https://a.cn/?a=1&b=2";
    String digest =
        sha1("jsapi_ticket=" + PAGE_TICKET + "&noncestr=n1&timestamp=1414587457&url=" + url);
    String params = "{timestamp:1414587457,nonceStr:'n1',signature:'" + digest + "'}";
    check(PAGE_TICKET, params, "sign", "page", url).exits(0);
    for (String pasted :
        new String[] {
          url.replace("&", "&amp;"),
          url.replace("&", "&#38;"),
          "https%3A%2F%2Fa.cn%2F%3Fa%3D1%26b%3D2"
        }) {
      Run run = check(PAGE_TICKET, params, "sign", "page", pasted).exits(5);
      assertThat(run.err())
          .contains("warning: the page's address is ", "the browser shows " + url)
          .contains("as the browser shows it");
      Run verify =
          wx.typing(PAGE_TICKET)
              .run(
                  "sign",
                  "page",
                  pasted,
                  "--ticket-stdin",
                  "--json",
                  "--timestamp",
                  "1414587457",
                  "--nonce",
                  "n1",
                  "--verify",
                  digest)
              .exits(5);
      assertThat(verify.error().at("/mistakes/0").asText()).isIn("copied-escapes", "decoded");
    }
  }
}
