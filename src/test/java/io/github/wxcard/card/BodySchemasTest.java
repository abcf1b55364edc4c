package io.github.wxcard.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lint says about bodies of other calls than those that create a card. */
final class BodySchemasTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'code':'1'}",
        "{'code':'1','check_consume':true}",
        "{'code':'1','reason':'x'}",
        "{'code':'1','new_code':'2'}",
        "{'code':'1','membership_number':'1'}",
        "{'code':'1','add_bonus':1}",
        "{'code':'1','bonus':1}",
        "{'code':'1','balance':1}",
        "{'code':'1','ticket_class':'x'}",
        "{'code':'1','passenger_name':'x'}",
        "{'code':'1','begin_time':1,'end_time':2}",
        "{'encrypt_code':'x'}",
        "{'card_id':'p','code':['1']}",
        "{'card_id':'p','is_open':true}",
        "{'card_id':'p','increase_stock_value':1}",
        "{'card_id':'p','outer_str':'x'}",
        "{'card_id':'p'}",
        "{'card_id':'p','required_form':{}}",
        "{'card_id':'p','groupon':{'base_info':{'color':'Color010'}}}",
        "{'openid':'o'}",
        "{'username':['a']}",
        "{'offset':0,'count':1}",
        "{'banner':'http://mmbiz.qpic.cn/a/0','card_list':[{'card_id':'p'}]}",
        "{'activate_ticket':'x'}",
        "{'msgtype':'wxcard','touser':'o','wxcard':{'card_id':'p'}}",
        "{'begin_date':'2026-09-30','end_date':'2026-09-30'}",
        "{'grant_type':'client_credential','appid':'x'}",
        "{'info':{'brand_name':'x'}}",
        "{'poi_id':'285633617','card_id':'p'}",
        "{'poi_id':285633617,'card_id':'p'}",
        "{'poi_id':'285633617'}",
        "{'rid':'66e5c46f-52840e51-094bb310'}",
        "{'cgi_path':'/card/create'}",
        "{'rule_info':{'type':'RULE_TYPE_PAY_MEMBER_CARD','base_info':{'mchid_list':['1'],"
            + "'begin_time':1900000000,'end_time':1900009000},'member_rule':{'card_id':'p',"
            + "'least_cost':0,'max_cost':5,'jump_url':'https://example.com/'}}}",
        "{'action_name':'QR_CARD','action_info':{'card':{'card_id':'p'}}}"
      })
  void a_name_that_nobody_knows_is_told_in_every_body(String body) {
    assertThat(lint(body)).isEmpty();
    assertThat(lint(body.replaceFirst("\\{", "{'nobody_knows':1,")))
        .extracting(Diagnostic::pointer, Diagnostic::rule, Diagnostic::severity)
        .containsExactly(tuple("/nobody_knows", "unknown-field", Severity.WARNING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'membership_number':'1','background_pic_url':'http://a.cn/b.png' | /background_pic_url |"
            + " image-host    | WARNING",
        "'add_bonus':1,'background_pic_url':'http://mmecoa.qpic.cn/x/0'  | /background_pic_url |"
            + " image-host    | WARNING",
        "'membership_number':'1','init_bonus':'100'                      | /init_bonus         |"
            + " type          | WARNING",
        "'membership_number':'1','init_bonus':'many'                     | /init_bonus         |"
            + " type          | ERROR",
        "'bonus':1,'is_notify_bonus':true                                | /is_notify_bonus    |"
            + " unknown-field | ERROR",
        "'bonus':1,'notify_optional':{'is_notify_bonus':'true'}          |"
            + " /notify_optional/is_notify_bonus | type | ERROR",
        "'bonus':1,'notify_optional':null                                | /notify_optional    |"
            + " null          | WARNING",
        "'required_form':{'required_form':{'custom_field_list':['a']}}   |"
            + " /required_form/required_form | unknown-field | ERROR",
        "'common_field_id_list':['USER_FORM_INFO_FLAG_MOBILE']           | /common_field_id_list |"
            + " unknown-field | ERROR",
        "'card_id':'p','custom_field_list':['a']                         | /custom_field_list  |"
            + " unknown-field | ERROR",
        "'card_id':'p','rich_field_list':[]                              | /rich_field_list    |"
            + " unknown-field | ERROR",
      })
  void bodies_about_members_have_types_levels_and_uploaded_pictures(
      String members, String pointer, String rule, Severity level) {
    String code = members.contains("_list") ? "" : "'code':'1',";
    assertThat(lint("{" + code + members + "}"))
        .extracting(Diagnostic::pointer, Diagnostic::rule, Diagnostic::severity)
        .containsExactly(tuple(pointer, rule, level));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "groupon     | 'base_info':{'brand_name':'x'}          | /base_info/brand_name |"
            + " unchangeable",
        "groupon     | 'base_info':{'sku':{'quantity':1}}      | /base_info/sku        |"
            + " unchangeable",
        "member_card | 'bonus_rule':{'init_increase_bonus':0}  | /bonus_rule/init_increase_bonus |"
            + " unchangeable",
        "member_card | 'base_info':{'supply_bonus':true}       | /base_info/supply_bonus |"
            + " unknown-field",
        "cash        | 'card_type':'CASH'                      | /card_type            |"
            + " unknown-field",
      })
  void an_update_names_only_what_changes(String key, String change, String at, String rule) {
    assertThat(lint("{'card_id':'p','" + key + "':{" + change + "}}"))
        .extracting(Diagnostic::pointer, Diagnostic::rule, Diagnostic::severity)
        .containsExactly(tuple("/" + key + at, rule, Severity.ERROR));
  }

  @Test
  void a_body_is_found_by_the_path_of_its_call() {
    BodySchemas bodies = BodySchemas.standard();
    for (String path :
        List.of("/card/paycell/set", "/card/selfconsumecell/set", "/datacube/getcardcardinfo")) {
      assertThat(bodies.of(path)).as(path).isPresent();
    }
    assertThat(bodies.of("/card/membercard/userinfo/get")).get().matches(BodySchema::shaped);
    assertThat(bodies.of("/card/getcolors")).isEmpty();
  }

  private static List<Diagnostic> lint(String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(UTF_8);
    return FileLinter.lint(bytes, "body.json", Samples.NOW).diagnostics();
  }
}
