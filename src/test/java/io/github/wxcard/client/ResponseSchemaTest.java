package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a call's success, and what does not. */
class ResponseSchemaTest {
  private static final String PLACE = "(GET|POST|DELETE)\t/[a-z_/0-9-]+\t(reads|changes)\t";

  private static final List<KnownCalls> TABLES = List.of(KnownCalls.WECHAT, KnownCalls.SANDBOX);

  static Stream<ApiCall> known() {
    return TABLES.stream()
        .flatMap(table -> table.text().lines().skip(1))
        .map(KnownCalls::cells)
        .map(cells -> call(cells[0], cells[1], "{}"));
  }

  static List<List<String>> seen() {
    return List.of(
        List.of("/cgi-bin/token", "{'access_token':'T','expires_in':7200}"),
        List.of("/cgi-bin/media/uploadimg", "{'url':'http://mmbiz.qpic.cn/x/0'}"),
        List.of(
            "/cgi-bin/media/uploadimg", "{'errcode':0,'errmsg':'ok','url':'http://x/0','type':1}"),
        List.of("/datacube/getcardbizuininfo", "{'list':[]}"),
        List.of("/cgi-bin/callback/check", "{'dns':[{'ip':'1.2.3.4'}]}"),
        List.of("/cgi-bin/media/upload", "{'type':'thumb','thumb_media_id':'M','created_at':1}"),
        List.of("/card/getcolors", "{'errcode':0,'errmsg':'ok','colors':[]}"),
        List.of("/card/create", "{'errcode':0,'errmsg':'ok','card_id':'p1','new':{}}"),
        List.of(
            "/card/qrcode/create",
            "{'errcode':0,'ticket':' gQ== ','url':'http://weixin.qq.com/q/x '}"),
        List.of(
            "/card/testwhitelist/set",
            "{'errcode':0,'errmsg':'ok','white_list_size':1,'success_openid':[]}"),
        List.of(
            "/card/code/deposit", "{'errcode':0,'succ_code':2,'duplicate_code':0,'fail_code':0}"),
        List.of("/card/code/deposit", "{'errcode':0,'succ_code':['1'],'fail_code':['2']}"),
        List.of(
            "/card/code/get",
            "{'errcode':0,'errmsg':'ok','card':{'card_id':'p1','begin_time':0,"
                + "'end_time':4294967295,'code':'1'},'openid':'o1','can_consume':true,"
                + "'user_card_status':'NORMAL','outer_str':'','unionid':'u'}"),
        List.of(
            "/card/code/get",
            "{'errcode':0,'openid':'o1','card':{'card_id':'p1','user_card_status':'NORMAL',"
                + "'can_consume':'true'}}"),
        List.of("/card/code/consume", "{'errcode':0,'card':{'card_id':'p1'},'openid':'o1'}"),
        List.of("/card/user/getcardlist", "{'errcode':0,'card_list':[],'has_share_card':false}"),
        List.of("/card/batchget", "{'errcode':0,'card_id_list':[],'total_num':0,'card_list':[]}"),
        List.of(
            "/cgi-bin/message/mass/sendall",
            "{'errcode':0,'errmsg':'send job submission success','msg_id':34182}"),
        List.of("/cgi-bin/message/mass/preview", "{'errcode':0,'errmsg':'preview success'}"),
        List.of(
            "/card/membercard/userinfo/get",
            "{'errcode':0,'openid':'o1','nickname':'n','membership_number':'','bonus':0,"
                + "'sex':'MALE','user_card_status':'NORMAL','has_active':false}"),
        List.of(
            "/cgi-bin/openapi/quota/get",
            "{'errcode':0,'rate_limit':null,'errmsg':'ok','quota':{'daily_limit':1440}}"));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void what_was_seen_of_wechat_is_a_success(List<String> answered) throws IOException {
    String request = "{\"code\":[\"1\",\"2\"]}";
    assertThat(flaw(call("POST", answered.get(0), request), answered.get(1))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("known")
  void what_no_call_answers_is_no_success_of_any(ApiCall call) throws IOException {
    for (String answer :
        List.of(
            "{}",
            "[]",
            "null",
            "0",
            "'ok'",
            "true",
            "{'code':500,'message':'gateway timeout'}",
            "{'errcode':'0','errmsg':'ok'}",
            "{'errcode':null}",
            "{'errcode':false}",
            "{'errcode':0.0}",
            "{'errcode':99999999999}",
            "{'errcode':[0]}",
            "{'data':{'errcode':0}}")) {
      assertThat(flaw(call, answer)).as("%s for %s", answer, call.name()).isNotEmpty();
    }
  }

  @Test
  void every_row_tells_how_its_call_is_answered() {
    for (KnownCalls table : TABLES) {
      assertThat(table.text().lines().skip(1))
          .allMatch(row -> row.matches(PLACE + "(errcode|plain|file)\t[a-z_|.*?:= ]*"), "a row");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/card/create",
        "/card/get",
        "/card/code/get",
        "/card/code/consume",
        "/card/code/deposit",
        "/card/code/checkcode",
        "/card/update",
        "/card/qrcode/create",
        "/card/user/getcardlist",
        "/cgi-bin/ticket/getticket",
        "/cgi-bin/message/mass/send",
        "/card/membercard/updateuser",
        "/card/submerchant/submit",
        "/datacube/getcardcardinfo",
        "/cgi-bin/stable_token",
        "/sandbox/scan"
      })
  void errcode_0_alone_is_no_success_of_a_call_that_returns_something(String path)
      throws IOException {
    assertThat(flaw(call("POST", path, "{}"), "{'errcode':0,'errmsg':'ok'}"))
        .startsWith("without a usable ");
  }

  @Test
  void members_of_another_type_are_none() throws IOException {
    for (String id : List.of("null", "7", "''", "' '", "['p1']", "{}", "true")) {
      assertThat(flaw(call("POST", "/card/create", "{}"), "{'errcode':0,'card_id':" + id + "}"))
          .isEqualTo("without a usable card_id");
    }
    for (String count : List.of("-1", "1.5", "'2'", "null", "99999999999")) {
      assertThat(
              flaw(
                  call("POST", "/card/code/deposit", "{}"),
                  "{'errcode':0,'succ_code':" + count + "}"))
          .startsWith("without a usable succ_code");
    }
    assertThat(
            flaw(
                call("POST", "/cgi-bin/stable_token", "{}"),
                "{'access_token':'T','expires_in':99999999999}"))
        .isEqualTo("without a usable expires_in");
  }

  @Test
  void an_answer_that_names_something_else_is_another_ones() throws IOException {
    String consumed = "{'errcode':0,'card':{'card_id':'p1','code':'1'},'openid':'o1'}";
    Map<String, String> requests =
        Map.of(
            "{'code':'1'}", "",
            "{'code':1,'card_id':'p1'}", "",
            "{'code':'1','card_id':null}", "",
            "{'code':'2'}", "about another code",
            "{'code':'1','card_id':'p2'}", "about another card_id",
            "{'code':'182345678901234567'}", "");
    for (Map.Entry<String, String> request : requests.entrySet()) {
      assertThat(flaw(call("POST", "/card/code/consume", request.getKey()), consumed))
          .as(request.getKey())
          .isEqualTo(request.getValue());
    }
    String card = "{'errcode':0,'card':{'card_type':'CASH','cash':{'base_info':{'id':'p1'}}}}";
    assertThat(flaw(call("POST", "/card/get", "{'card_id':'p1'}"), card)).isEmpty();
    assertThat(flaw(call("POST", "/card/get", "{'card_id':'p2'}"), card))
        .isEqualTo("about another card_id");
    assertThat(
            flaw(
                call("POST", "/card/code/deposit", "{'code':['1','2']}"),
                "{'errcode':0,'succ_code':['1'],'duplicate_code':['3']}"))
        .isEqualTo("about another code");
  }

  @Test
  void a_call_that_somebody_wrote_is_judged_by_what_is_known_of_it() throws IOException {
    JsonNode object = tree("{'code':500}");
    assertThat(judged("/cgi-bin/unheard/of", object)).isEmpty();
    assertThat(judged("/cgi-bin/unheard/of", tree("[]"))).isNotEmpty();
    assertThat(judged("/cgi-bin/unheard/of", tree("{'errcode':'0'}"))).isNotEmpty();
    assertThat(judged("/card/code/consume", object)).isNotEmpty();
    assertThat(judged("/card/code/consume/", object)).isNotEmpty();
    assertThat(judged("/card/code/Consume", object)).isNotEmpty();
    assertThat(judged("/card/invoice/insert", object)).isNotEmpty();
    assertThat(judged("/sandbox/unheard", object)).isNotEmpty();
  }

  private static String judged(String path, JsonNode answer) throws IOException {
    ApiCall call = call("POST", path, "{}");
    return ResponseSchema.ofWritten(call).flaw(call, answer).orElse("");
  }

  private static String flaw(ApiCall call, String answer) throws IOException {
    return ResponseSchema.of(call).flaw(call, tree(answer)).orElse("");
  }

  private static ApiCall call(String method, String path, String request) {
    try {
      ApiCall call = ApiCall.post(path, tree(request), Idempotency.NOT_IDEMPOTENT);
      return method.equals("POST") ? call : ApiCall.get(path, Map.of());
    } catch (IOException e) {
      throw new IllegalArgumentException(request, e);
    }
  }

  private static JsonNode tree(String text) throws IOException {
    return Json.read(text.replace('\'', '"'));
  }
}
