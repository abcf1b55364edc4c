package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and levels of the bodies of calls about members, and what is absent in any call. */
final class BodyValidatorsTest {
  private static final String ACTIVATE = "/card/membercard/activate";
  private static final String UPDATE = "/card/membercard/updateuser";
  private static final String FORM = "/card/membercard/activateuserform/set";

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'init_bonus': '100', 'init_balance': 0           | 0",
        "'init_bonus': null, 'background_pic_url': null   | 0",
        "'nobody_knows': {'this': 1}                      | 0",
        "'init_bonus': 'many'                             | 47001",
        "'init_bonus': {'a': 1}                           | 47001",
        "'init_bonus_record': 7                           | 47001",
        "'activate_begin_time': 'soon'                    | 47001",
      })
  void an_activation_has_its_types(String more, int errcode) {
    JsonNode claim = raw.claimed(Members.card(), "a");

    JsonNode answer = raw.call(ACTIVATE, with(activation(claim), more));

    assertThat(answer.path("errcode").asInt()).as("%s", answer).isEqualTo(errcode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'bonus': '30'                                    | 0",
        "'notify_optional': {'is_notify_bonus': true}     | 0",
        "'notify_optional': null                          | 0",
        "'notify_optional': {'is_notify_bonus': 'true'}   | 47001",
        "'notify_optional': [true]                        | 47001",
        "'notify_optional': {'bonus': 3}                  | 47001",
        "'is_notify_bonus': true                          | 47001",
        "'add_bonus': '3.5'                               | 47001",
      })
  void a_change_of_a_member_has_its_types_and_levels(String more, int errcode) {
    JsonNode claim = new Members(raw).withBonus(1);

    JsonNode answer = raw.call(UPDATE, with(Members.named(claim), more));

    assertThat(answer.path("errcode").asInt()).as("%s", answer).isEqualTo(errcode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "http://example.com/a.png                | 40141",
        "http://mmecoa.qpic.cn/x/0               | 40141",
        "background                              | 40141",
        "http://mmbiz.qpic.cn/mmbiz/a/0          | 0",
        "http://mmbiz.qpic.cn/mmbiz/0            | 0",
        "https://mmbiz.qlogo.cn/mmbiz/0?wx_fmt=jpeg | 0",
      })
  void a_background_is_an_uploaded_picture(String url, int errcode) {
    JsonNode claim = raw.claimed(Members.card(), "a");
    String activation = Json.write(activation(claim).put("background_pic_url", url));
    assertThat(raw.errcode(ACTIVATE, activation)).isEqualTo(errcode);

    JsonNode member = new Members(raw).withBonus(1);
    String change = Json.write(Members.named(member).put("background_pic_url", url));
    assertThat(raw.errcode(UPDATE, change)).isEqualTo(errcode);

    String cardId = raw.create(Members.card());
    ObjectNode update = Json.object().put("card_id", cardId);
    update.putObject("member_card").put("background_pic_url", url);
    assertThat(raw.errcode("/card/update", Json.write(update))).isEqualTo(errcode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'common_field_id_list': ['USER_FORM_INFO_FLAG_MOBILE']",
        "'required_form': {'required_form': {'custom_field_list': ['a']}}",
        "'optional_form': {'required_form': {}}",
        "'required_form': {'name': 'a'}",
        "'required_form': {'rich_field_list': {'name': 'a'}}",
        "'service_statement': {'can_modify': false}",
        "'form': {'required_form': {'custom_field_list': ['a']}}",
        "'require_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_MOBILE']}",
        "'required_form': {'a/b': [{'rich_field_list': []}]}"
      })
  void a_form_nested_wrongly_is_refused_and_the_cards_form_kept(String form) {
    Members members = new Members(raw);
    JsonNode claim = members.withForm("'required_form': {'custom_field_list': ['爱好']}");

    assertThat(raw.errcode(FORM, Members.form(claim, form))).isEqualTo(47001);

    assertThat(members.activate(claim, "a").path("errcode").asInt()).isEqualTo(41011);
    assertThat(members.activate(claim, "a", "'爱好': 'x'").path("errcode").asInt()).isZero();
  }

  @Test
  void null_is_absent_in_every_call() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    raw.done(
        "/card/qrcode/create",
        ("{'action_name': 'QR_CARD', 'expire_seconds': null, 'action_info': {'multiple_card': null,"
                + " 'card': {'card_id': '%s', 'is_unique_code': null, 'code': null}}}")
            .replace('\'', '"')
            .formatted(cardId));
    raw.done("/card/testwhitelist/set", "{\"openid\": null, \"username\": [\"a\"]}");
    raw.done("/card/batchget", "{\"offset\": 0, \"count\": \"10\", \"status_list\": null}");
    assertThat(raw.errcode("/card/get", "{\"card_id\": null}")).isEqualTo(41012);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/card/batchget                    | {'offset': 0, 'count': 1}",
        "/card/testwhitelist/set           | {'username': ['a']}",
        "/card/user/getcardlist            | {'openid': 'oNobody'}",
        "/datacube/getcardbizuininfo       | {'begin_date': '2026-09-30', 'end_date': '2026-09-30',"
            + " 'cond_source': 1}",
        "/card/membercard/userinfo/get     | {'card_id': 'pNone', 'code': '1'}",
        "/card/membercard/unactivate       | {'card_id': 'pNone', 'code': '1'}",
        "/card/mpnews/gethtml              | {'card_id': 'pNone'}",
        "/card/code/getdepositcount        | {'card_id': 'pNone'}",
        "/card/code/checkcode              | {'card_id': 'pNone', 'code': ['1']}",
        "/card/storewxa/set                | {'poi_id': '7', 'card_id': 'pNone'}",
        "/card/storewxa/get                | {'poi_id': '7'}",
        "/cgi-bin/clear_quota              | {'appid': 'wx0000000000000000'}",
        "/cgi-bin/openapi/quota/get        | {'cgi_path': '/card/get'}",
        "/cgi-bin/openapi/rid/get          | {'rid': '66e5c46f-52840e51-094bb310'}",
        "/cgi-bin/callback/check           | {'action': 'dns', 'check_operator': 'DEFAULT'}"
      })
  void a_strict_account_knows_the_names_of_every_call(String path, String json) {
    String body = json.replace('\'', '"');
    String more = body.replaceFirst("\\{", "{\"nobody_knows\": 1, ");
    try (RawSandbox strict = RawSandbox.inMemory(new AccountPolicy(true, Set.of(), false))) {
      assertThat(strict.errcode(path, more)).isEqualTo(47001);
      assertThat(strict.errcode(path, body)).isNotEqualTo(47001);
    }
    assertThat(raw.errcode(path, more)).isEqualTo(raw.errcode(path, body));
  }

  private static ObjectNode activation(JsonNode claim) {
    return Members.named(claim).put("membership_number", "NO-1");
  }

  private static String with(ObjectNode body, String more) {
    return Json.write(
        body.setAll((ObjectNode) Definitions.json("{" + more.replace('\'', '"') + "}")));
  }
}
