package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.server.Response;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class EventTriggerTest {
  private static final String NOBODY = "http://127.0.0.1:9/";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).typing(Callback.SECRETS);
  }

  @ParameterizedTest
  @EnumSource(MessageMode.class)
  void every_event_arrives_at_a_listener(MessageMode mode) throws IOException {
    List<EventKind> kinds = List.of(EventKind.values());
    int all = kinds.size();
    Listening listening = Callback.listen(wx, "--count", Integer.toString(all));

    for (EventKind kind : kinds) {
      trigger(kind.wireName(), listening.url(), "--mode", mode.wireName()).exits(0);
    }

    List<String> lines = listening.running().join().exits(0).out().lines().toList();
    assertThat(lines).hasSize(all);
    for (int i = 0; i < all; i++) {
      JsonNode line = Json.read(lines.get(i));
      EventKind kind = kinds.get(i);
      assertThat(line.path("event").asText()).isEqualTo(kind.wireName());
      assertThat(line.path("mode").asText()).isEqualTo(mode.wireName());
      assertThat(line.path("message").fieldNames()).toIterable().containsAll(kind.fields());
    }
  }

  @Test
  void fields_are_set_and_the_rest_is_sensible() throws IOException {
    Listening listening = Callback.listen(wx, "--count", "1");

    Run run =
        trigger(
                "User_Get_Card",
                listening.url(),
                "--encrypted",
                "--json",
                "--openid",
                "oMe",
                "--card-id",
                "pMine",
                "--code",
                "4711",
                "--set",
                "UnionId=u=1",
                "--set",
                "IsGiveByFriend=1")
            .exits(0);

    assertThat(run.json().path("event").asText()).isEqualTo("user_get_card");
    assertThat(run.json().path("accepted").asBoolean()).isTrue();
    assertThat(run.json().at("/attempts/0/answer").asText()).isEqualTo("success");
    JsonNode message = listening.running().join().json().path("message");
    assertThat(message.path("FromUserName").asText()).isEqualTo("oMe");
    assertThat(message.path("CardId").asText()).isEqualTo("pMine");
    assertThat(message.path("UserCardCode").asText()).isEqualTo("4711");
    assertThat(message.path("UnionId").asText()).isEqualTo("u=1");
    assertThat(message.path("IsGiveByFriend").asInt()).isEqualTo(1);
    assertThat(message.path("IsRestoreMemberCard").asInt(-1)).isZero();
  }

  @Test
  void whoever_sends_in_plain_is_told_of_servers_that_want_it_encrypted() {
    try (Behind behind =
        new Behind(CallbackHandler.response(403, ""), CallbackHandler.response(403, ""))) {
      String one = "--attempts=1";
      String mode = "--encrypted";

      assertThat(trigger("user_del_card", behind.url(), one).exits(5).err()).contains(mode);
      assertThat(trigger("user_del_card", behind.url(), one, mode).exits(5).err())
          .doesNotContain(mode);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a byte order mark (BOM) before it, \ufeffsuccess",
    "quotation marks around it, '\"success\"'",
    "tags around it, <p>success</p>"
  })
  void what_cannot_be_seen_beside_success_is_named(String named, String answer) {
    try (Behind behind = new Behind(CallbackHandler.response(200, answer))) {
      Run run = trigger("user_del_card", behind.url(), "--attempts=1").exits(5);

      assertThat(run.out()).contains("success with " + named);
      assertThat(run.err()).contains("success with " + named);
    }
  }

  @Test
  void words_for_yes_and_no_are_checked_where_the_event_has_them() {
    assertThat(trigger("giftcard_user_accept", NOBODY, "--set", "IsChatRoom=1").exits(3).err())
        .contains("true or false");
    assertThat(trigger("user_gifting_card", NOBODY, "--set", "IsChatRoom=true").exits(3).err())
        .contains("whole number");
  }

  @Test
  void a_server_that_refuses_twice_is_asked_a_third_time() {
    try (Behind behind =
        new Behind(CallbackHandler.response(500, "no"), CallbackHandler.response(200, "what?"))) {
      Run run = trigger("user_del_card", behind.url(), "--between", "0ms", "-v").exits(0);

      assertThat(run.out()).matches("200 success in .*\n");
      assertThat(run.err())
          .contains("Not accepted: 500 no", "Not accepted: 200 what?", "> POST http");
      assertThat(behind.requests())
          .extracting(Behind.Request::query)
          .doesNotHaveDuplicates()
          .hasSize(3);
      assertThat(behind.requests()).extracting(Behind.Request::body).containsOnly(first(behind));
    }
  }

  @Test
  void a_server_that_never_accepts_gets_four_and_ends_it_5() {
    Response no = CallbackHandler.response(404, "");
    try (Behind behind = new Behind(no, no, no, no)) {
      Run run = trigger("user_del_card", behind.url(), "--between", "0ms", "--json").exits(5);

      assertThat(run.json().path("attempts")).hasSize(4);
      assertThat(run.json().path("accepted").asBoolean(true)).isFalse();
      assertThat(run.error().path("kind").asText()).isEqualTo("refused");
    }
  }

  @Test
  void where_nobody_answers_it_ends_6() {
    Run run = trigger("user_del_card", NOBODY, "--attempts", "2", "--between", "1ms").exits(6);

    assertThat(run.out()).isEqualTo("connection refused\n");
    assertThat(run.err())
        .contains(
            "Not accepted: connection refused; sending it again.",
            "sent 2 times and nobody answered");
  }

  @Test
  void a_request_can_be_looked_at_instead() {
    Run printed = trigger("user_del_card", NOBODY + "wx?a=b", "--print").exits(0);
    Run dry = trigger("user_del_card", NOBODY, "--mode", "safe", "--dry-run", "--json").exits(0);

    assertThat(printed.out())
        .startsWith("POST http://127.0.0.1:9/wx?a=b&signature=")
        .contains("<Event><![CDATA[user_del_card]]></Event>");
    assertThat(dry.json().at("/requests/0/url").asText())
        .contains("&encrypt_type=aes&msg_signature");
    assertThat(dry.json().at("/requests/0/body").asText()).contains("<Encrypt>");
    assertThat(printed.toString() + dry).doesNotContain(Callback.TOKEN, Callback.KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user_get_crad                       | 2 | Did you mean user_get_card
          lottery                             | 2 | wxcard event list
          user_del_card --set CardID=1        | 2 | Did you mean CardId
          user_del_card --set OuterStr=1      | 2 | Its fields are: ToUserName
          user_del_card --set CardId          | 2 | needs a name, an equals sign and a value
          giftcard_pay_done --code 1          | 2 | --code: giftcard_pay_done has no field
          user_view_card --set CreateTime=now | 3 | whole number
          user_get_card --set OuterId=<x/>    | 3 | whole number
          user_view_card --attempts 0         | 2 | 1 to 100
          user_view_card --mode secret        | 2 | plain, compatible or safe
          user_view_card --mode safe --encrypted | 2 | exclude each other
          """)
  void a_wrong_line_is_told_before_anything_is_sent(String line, int exitCode, String why) {
    String[] words = line.split(" ");
    String[] options = Stream.of(words).skip(1).toArray(String[]::new);
    assertThat(trigger(words[0], NOBODY, options).exits(exitCode).err()).contains(why);
  }

  @Test
  void an_encrypted_push_needs_the_key() {
    wx.typing(Callback.TOKEN + "\n");

    assertThat(trigger("user_del_card", NOBODY, "--encrypted").exits(3).err())
        .contains("no EncodingAESKey on standard input");
    assertThat(trigger("user_del_card", "nowhere").exits(3).err()).contains("no address");
    assertThat(wx.run("event", "trigger", "user_del_card", "--to", NOBODY).exits(2).err())
        .contains("--secrets-stdin");
  }

  @Test
  void the_examples_reach_a_server() {
    try (Behind behind = new Behind()) {
      Map<String, String> actual = Map.of("http://127.0.0.1:8901", behind.url());

      List<Run> runs = HelpExamples.run(wx, "event trigger", actual);

      assertThat(runs).hasSize(3).allSatisfy(run -> run.exits(0));
      assertThat(behind.requests()).hasSize(3);
    }
  }

  private static String first(Behind behind) {
    return behind.requests().get(0).body();
  }

  private Run trigger(String name, String url, String... options) {
    return wx.run(
        Stream.concat(
                Stream.of("event", "trigger", name, "--to", url, "--secrets-stdin"),
                Stream.of(options))
            .toArray(String[]::new));
  }
}
