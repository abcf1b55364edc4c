package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users activate their cards with the merchant's form. */
final class MemberFormsTest {
  private static final String TEMP_INFO = "/card/membercard/activatetempinfo/get";
  private static final String FORM =
      "'required_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_MOBILE']},"
          + "'optional_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_SEX'],"
          + "  'custom_field_list': ['口味'],"
          + "  'rich_field_list': ["
          + "    {'type': 'FORM_FIELD_RADIO', 'name': '城市', 'values': ['广州', '深圳']},"
          + "    {'type': 'FORM_FIELD_CHECK_BOX', 'name': '爱好', 'values': ['茶', '酒', '棋']}]}";
  private static final String[] JUMP = {
    "/wx_activate_after_submit=true",
    "/wx_activate_after_submit_url=https://example.com/join?shop=1#top"
  };

  @Injected private DatabaseRows rows;
  @Injected private RawSandbox raw;
  @Injected private Members members;

  @Test
  void whoever_fills_in_the_form_is_a_member() {
    JsonNode claim = members.withForm(FORM);

    JsonNode answer =
        members.activate(
            claim, "a", "'MOBILE': '13800000000'", "'sex': '女'", "'口味': '辣', '爱好': ['茶', '棋']");

    assertThat(answer.path("errcode").asInt(-1)).as("%s", answer).isZero();
    assertThat(answer.path("membership_number")).isEqualTo(claim.path("code"));
    JsonNode info = members.info(claim);
    assertThat(info.path("has_active").asBoolean()).isTrue();
    assertThat(info.path("sex").asText()).isEqualTo("FEMALE");
    assertThat(info.path("bonus").asInt(-1)).isZero();
    assertThat(info.path("user_info"))
        .isEqualTo(
            quoted(
                "{'common_field_list': ["
                    + "{'name': 'USER_FORM_INFO_FLAG_MOBILE', 'value': '13800000000',"
                    + " 'value_list': []},"
                    + "{'name': 'USER_FORM_INFO_FLAG_SEX', 'value': '女', 'value_list': []}],"
                    + "'custom_field_list': ["
                    + "{'name': '口味', 'value': '辣', 'value_list': []},"
                    + "{'name': '爱好', 'value': '', 'value_list': ['茶', '棋']}]}"));
    assertThat(rows.events("submit_membercard_user_info"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sender()).isEqualTo(claim.path("openid").asText());
              assertThat(event.field("UserCardCode")).isEqualTo(claim.path("code").asText());
            });
  }

  @Test
  void a_form_is_filled_in_as_it_asks() {
    JsonNode claim = members.withForm(FORM);

    assertThat(refused(claim, "'sex': '女'")).isEqualTo(41011);
    assertThat(refused(claim, "'MOBILE': ''")).isEqualTo(41011);
    assertThat(refused(claim, "'MOBILE': '1', '年龄': '3'")).isEqualTo(40097);
    assertThat(refused(claim, "'MOBILE': '1', '城市': '东莞'")).isEqualTo(40097);
    assertThat(refused(claim, "'MOBILE': '1', '城市': ['广州']")).isEqualTo(40097);
    assertThat(refused(claim, "'MOBILE': '1', '爱好': ['茶', '花']")).isEqualTo(40097);
    assertThat(members.info(claim).path("has_active").asBoolean(true)).isFalse();
    assertThat(rows.events("submit_membercard_user_info")).isEmpty();
    assertThat(refused(claim, "'MOBILE': '1', '城市': '广州'")).isZero();
    assertThat(refused(claim, "'MOBILE': '1'")).isEqualTo(73214);
  }

  @Test
  void only_the_holder_activates_and_only_where_there_is_a_form() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    JsonNode other = raw.claimed(Members.card("/wx_activate=false"), "a");

    assertThat(refused(claim, "'MOBILE': '1'")).isEqualTo(40097);
    assertThat(refused(other, "'MOBILE': '1'")).isEqualTo(72026);
    raw.done("/card/membercard/activateuserform/set", Members.form(claim, FORM));
    assertThat(members.activate(claim, "b", "'MOBILE': '1'").path("errcode").asInt())
        .isEqualTo(40174);
    assertThat(raw.post("/sandbox/activate", Members.code(claim)).path("errcode").asInt())
        .isEqualTo(41009);
    JsonNode coupon = raw.claimed(Definitions.groupon(), "a");
    assertThat(refused(coupon, "'MOBILE': '1'")).isEqualTo(45030);
    raw.done("/card/code/unavailable", Members.code(claim));
    assertThat(refused(claim, "'MOBILE': '1'")).isEqualTo(40127);
  }

  @Test
  void the_merchants_page_can_finish_the_activation() {
    JsonNode claim = members.withForm(FORM, JUMP);

    JsonNode answer = members.activate(claim, "a", "'MOBILE': '13800000000'");

    URI url = URI.create(answer.path("url").asText());
    assertThat(url.toString()).startsWith("https://example.com/join?shop=1&").endsWith("#top");
    Map<String, String> parameters = parameters(url);
    assertThat(parameters)
        .containsKeys("shop", "encrypt_code", "outer_str", "activate_ticket")
        .containsEntry("card_id", claim.path("card_id").asText())
        .containsEntry("openid", claim.path("openid").asText());
    assertThat(members.info(claim).path("has_active").asBoolean(true)).isFalse();

    JsonNode form = raw.done(TEMP_INFO, ticket(parameters));
    assertThat(form.at("/info/common_field_list/0/value").asText()).isEqualTo("13800000000");
    assertThat(form.at("/info/custom_field_list").isArray()).isTrue();
    ObjectNode body = Members.named(claim).put("membership_number", "NO-1");
    raw.done("/card/membercard/activate", Json.write(body));
    JsonNode info = members.info(claim);
    assertThat(info.path("membership_number").asText()).isEqualTo("NO-1");
    assertThat(info.at("/user_info/common_field_list/0/value").asText()).isEqualTo("13800000000");
  }

  @Test
  void an_activate_ticket_lasts_an_hour() {
    JsonNode claim = members.withForm(FORM, JUMP);
    JsonNode answer = members.activate(claim, "a", "'MOBILE': '1'");
    String ticket = ticket(parameters(URI.create(answer.path("url").asText())));

    raw.clock.advance(Duration.ofSeconds(3599));
    raw.done(TEMP_INFO, ticket);
    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(raw.errcode(TEMP_INFO, ticket)).isEqualTo(72012);
    assertThat(raw.errcode(TEMP_INFO, "{\"activate_ticket\": \"x\"}")).isEqualTo(72011);
    assertThat(raw.errcode(TEMP_INFO, "{}")).isEqualTo(41011);
  }

  @Test
  void the_outer_str_of_the_link_comes_along() {
    JsonNode claim = members.withForm(FORM, JUMP);
    ObjectNode body = Members.named(claim).put("user", "a").put("outer_str", "门店 1");
    body.putObject("form").put("mobile", "1");

    JsonNode answer = raw.post("/sandbox/activate", Json.write(body));

    Map<String, String> parameters = parameters(URI.create(answer.path("url").asText()));
    assertThat(parameters).containsEntry("outer_str", "门店 1");
  }

  private int refused(JsonNode claim, String answers) {
    return members.activate(claim, "a", answers).path("errcode").asInt();
  }

  private static String ticket(Map<String, String> parameters) {
    return Json.write(Json.object().put("activate_ticket", parameters.get("activate_ticket")));
  }

  private static Map<String, String> parameters(URI url) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String each : url.getRawQuery().split("&", -1)) {
      String[] sides = each.split("=", 2);
      parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static JsonNode quoted(String text) {
    return Definitions.json(text.replace('\'', '"'));
  }
}
