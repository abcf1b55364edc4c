package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards on landing pages and in articles. */
final class SharingCardsTest {
  private static final String PAGE = "/card/landingpage/create";
  private static final String HTML = "/card/mpnews/gethtml";

  @Injected private RawSandbox raw;
  private String cardId;

  @BeforeEach
  void aCard() {
    cardId = raw.create(Definitions.groupon());
  }

  @Test
  void pages_are_counted_and_have_links_of_their_own() {
    JsonNode first = raw.done(PAGE, page(body -> {}));
    JsonNode second = raw.done(PAGE, page(body -> {}));

    assertThat(first.path("page_id").isInt()).isTrue();
    assertThat(second.path("page_id").asInt()).isEqualTo(first.path("page_id").asInt() + 1);
    assertThat(first.path("url").asText()).startsWith(raw.sandbox.base() + "/landing/");
    assertThat(second.path("url")).isNotEqualTo(first.path("url"));
  }

  @Test
  void a_page_names_its_cards_and_can_be_claimed_from() {
    String other = raw.create(Definitions.groupon(base -> base.put("title", "Breakfast")));
    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\"]}");
    String url =
        raw.done(
                PAGE,
                page(
                    body ->
                        body.withArray("card_list")
                            .addObject()
                            .put("card_id", other)
                            .put("thumb_url", "http://mmbiz.qpic.cn/mmbiz/x/0")))
            .path("url")
            .asText();

    HttpResponse<byte[]> shown = raw.send(url, HttpRequest.Builder::GET);
    assertThat(new String(shown.body(), StandardCharsets.UTF_8))
        .contains("Winter sale", cardId + "  双人套餐", other + "  Breakfast", "scan " + url);
    raw.clock.advance(Duration.ofDays(1000));
    assertThat(claim(url, "")).isEqualTo(cardId);
    assertThat(claim(url, ", \"card_id\": \"" + other + "\"")).isEqualTo(other);
  }

  @Test
  void a_link_to_no_page_shows_nothing() {
    HttpResponse<byte[]> shown = raw.send("/landing/none", HttpRequest.Builder::GET);

    assertThat(shown.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "banner, 41011",
    "page_title, 41011",
    "can_share, 41011",
    "scene, 41011",
    "card_list, 41011"
  })
  void a_page_has_five_fields(String field, int errcode) {
    assertThat(raw.errcode(PAGE, page(body -> body.remove(field)))).isEqualTo(errcode);
    assertThat(raw.errcode(PAGE, page(body -> body.putNull(field)))).isEqualTo(errcode);
  }

  @Test
  void the_title_has_two_names() {
    raw.done(PAGE, page(body -> body.set("title", body.remove("page_title"))));
  }

  @ParameterizedTest
  @CsvSource({
    "SCENE_NEAR_BY, 0",
    "SCENE_MENU, 0",
    "SCENE_QRCODE, 0",
    "SCENE_ARTICLE, 0",
    "SCENE_H5, 0",
    "SCENE_IVR, 0",
    "SCENE_CARD_CUSTOM_CELL, 0",
    "SCENE_ELSEWHERE, 40129",
    "scene_h5, 40129"
  })
  void a_page_is_for_one_of_seven_scenes(String scene, int errcode) {
    assertThat(raw.errcode(PAGE, page(body -> body.put("scene", scene)))).isEqualTo(errcode);
  }

  @Test
  void a_wrong_field_is_named() {
    String foreign = "http://example.com/a.png";
    assertThat(raw.errcode(PAGE, page(body -> body.put("banner", foreign)))).isEqualTo(40141);
    assertThat(raw.errcode(PAGE, page(body -> body.put("can_share", "true")))).isEqualTo(47001);
    assertThat(raw.errcode(PAGE, page(body -> body.put("card_list", "x")))).isEqualTo(47001);
    assertThat(raw.errcode(PAGE, page(body -> body.putArray("card_list")))).isEqualTo(44005);
    assertThat(raw.errcode(PAGE, page(body -> first(body).remove("card_id")))).isEqualTo(41012);
    assertThat(raw.errcode(PAGE, page(body -> first(body).remove("thumb_url")))).isEqualTo(41011);
    assertThat(raw.errcode(PAGE, page(body -> first(body).put("card_id", "p")))).isEqualTo(40073);
    assertThat(raw.done(PAGE, page(body -> {})).path("page_id").asInt()).isEqualTo(1);
  }

  @Test
  void an_article_gets_an_iframe_whose_link_can_be_claimed_from() {
    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\"]}");

    String content = raw.done(HTML, card(cardId)).path("content").asText();

    assertThat(content).startsWith("<iframe ").endsWith("</iframe>");
    Matcher link = Pattern.compile("data-src=\"([^\"]+)\"").matcher(content);
    assertThat(link.find()).isTrue();
    String escaped = link.group(1);
    assertThat(escaped)
        .matches(
            Pattern.quote(raw.sandbox.base() + "/bizmall/appmsgcard")
                + "\\?action=show&amp;biz=[^&]+&amp;cardid="
                + Pattern.quote(cardId)
                + "&amp;wechat_card_js=1#wechat_redirect");
    String plain = escaped.replace("&amp;", "&");
    assertThat(claim(escaped, "")).isEqualTo(cardId);
    assertThat(claim(plain, "")).isEqualTo(cardId);
    assertThat(claim(plain.replace("/", "\\\\/"), "")).isEqualTo(cardId);
    assertThat(raw.done(HTML, card(cardId)).path("content").asText()).isEqualTo(content);
    HttpResponse<byte[]> shown = raw.send(plain, HttpRequest.Builder::GET);
    assertThat(new String(shown.body(), StandardCharsets.UTF_8)).contains("wxcard sandbox scan");
  }

  @Test
  void a_link_of_an_article_needs_the_article() {
    String link = raw.sandbox.base() + "/bizmall/appmsgcard?cardid=" + cardId;
    String body = "{\"url\": \"%s\", \"username\": \"usr1\"}".formatted(link);

    assertThat(raw.post("/sandbox/scan", body).path("errcode").asInt()).isEqualTo(40073);
  }

  @Test
  void the_documentations_own_page_is_taken() {
    String second = raw.create(Definitions.groupon());

    raw.done(
        PAGE,
        """
        {"banner":"http://mmbiz.qpic.cn/mmbiz/iaL1LJM1mF9aRKPZJkmG8xXhiaHqkKSVMMWeN3hLut7X7hicFN",
         "page_title": "惠城优惠大派送", "can_share": true, "scene": "SCENE_NEAR_BY",
         "card_list": [{"card_id": "%s", "thumb_url": "www.qq.com/a.jpg"},
                       {"card_id": "%s", "thumb_url": "www.qq.com/b.jpg"}]}
        """
            .formatted(cardId, second));
  }

  @Test
  void only_cards_whose_codes_wechat_can_hand_out_are_offered_to_all() {
    String custom = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    String deposit = raw.create(Definitions.deposit());
    assertThat(offered(custom)).containsExactly(45030, 45030);
    assertThat(offered(deposit)).containsExactly(45030, 45030);

    raw.done("/card/code/deposit", "{\"card_id\": \"" + deposit + "\", \"code\": [\"A-1\"]}");

    assertThat(offered(deposit)).containsExactly(0, 0);
  }

  @Test
  void a_card_for_named_people_or_a_deleted_or_unknown_one_is_not_offered_to_all() {
    String bound = raw.create(Definitions.groupon(base -> base.put("bind_openid", true)));
    raw.done("/card/delete", card(cardId));

    assertThat(offered(bound)).containsExactly(41009, 41009);
    assertThat(offered(cardId)).containsExactly(40073, 40073);
    assertThat(raw.errcode(HTML, card("p"))).isEqualTo(40073);
    assertThat(raw.errcode(HTML, "{}")).isEqualTo(41012);
  }

  /** What a page and an article say to a card. */
  private int[] offered(String id) {
    return new int[] {
      raw.errcode(PAGE, page(body -> first(body).put("card_id", id))), raw.errcode(HTML, card(id))
    };
  }

  private String claim(String url, String further) {
    String body = "{\"url\": \"%s\", \"username\": \"usr1\"%s}".formatted(url, further);
    return raw.done("/sandbox/scan", body).path("card_id").asText();
  }

  private static String card(String id) {
    return "{\"card_id\": \"" + id + "\"}";
  }

  private static ObjectNode first(ObjectNode body) {
    return (ObjectNode) body.at("/card_list/0");
  }

  private String page(Consumer<ObjectNode> change) {
    ObjectNode body =
        Json.object()
            .put("banner", "http://mmbiz.qpic.cn/mmbiz/banner/0")
            .put("page_title", "Winter sale")
            .put("can_share", true)
            .put("scene", "SCENE_H5");
    body.putArray("card_list")
        .addObject()
        .put("card_id", cardId)
        .put("thumb_url", "http://mmbiz.qpic.cn/mmbiz/thumb/0");
    change.accept(body);
    return Json.write(body);
  }
}
