package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventDecryptTest {
  @TempDir Path home;
  private Wxcard wx;
  private Path file;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).typing(Callback.SECRETS);
    file = home.resolve("push.xml");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void an_encrypted_body_is_made_readable(MessageMode mode) throws IOException {
    write(Callback.push(mode, "4711").body());

    String clear = decrypt().exits(0).out();
    JsonNode fields = decrypt("--json").exits(0).json();

    assertThat(clear).startsWith("<xml>").contains("<UserCardCode><![CDATA[4711]]>");
    assertThat(fields.path("UserCardCode").asText()).isEqualTo("4711");
    assertThat(fields.path("CreateTime").isNumber()).isTrue();
  }

  @Test
  void the_bare_text_of_the_element_is_enough_wherever_its_lines_break() throws IOException {
    String encrypt = encrypt(Callback.push(MessageMode.SAFE, "4711"));
    write(encrypt.substring(0, 40) + "\n" + encrypt.substring(40) + "\n");

    assertThat(decrypt().exits(0).out()).contains("4711");
  }

  @Test
  void the_message_may_come_from_standard_input_when_the_profile_has_the_secrets()
      throws IOException {
    CallbackKeys shop = new CallbackKeys(Callback.TOKEN, Callback.KEY, "wx9");
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        """
        {"version":1,"profiles":{"shop":{"appId":"wx9","secret":"s",
          "callback":{"token":"%s","encodingAesKey":"%s"}}}}
        """
            .formatted(Callback.TOKEN, Callback.KEY));
    wx.typing(Callback.push(shop, MessageMode.SAFE, "4711").body());

    assertThat(wx.run("event", "decrypt", "-").exits(0).out()).contains("4711");
    assertThat(wx.run("event", "decrypt", "-", "--secrets-stdin").exits(2).err()).contains("both");
  }

  @Test
  void a_profile_whose_callback_is_no_such_thing_is_told() throws IOException {
    write("QUJD");
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        "{\"version\":1,\"profiles\":{\"shop\":{\"appId\":\"wx9\",\"secret\":\"s\","
            + "\"callback\":{\"token\":7}}}}");

    Run run = wx.run("event", "decrypt", file.toString()).exits(7);

    assertThat(run.err()).contains("/profiles/shop/callback/token is not a text");
  }

  @Test
  void what_is_wrong_with_account_or_key_is_said() throws IOException {
    CallbackKeys other = new CallbackKeys(Callback.TOKEN, Callback.KEY, "wx0123456789abcdef");
    write(Callback.push(other, MessageMode.SAFE, "1").body());

    assertThat(decrypt().exits(3).err())
        .contains("it is for wx0123456789abcdef, not for wx5a4db0c0000c0de1");
    decrypt("--app-id", "wx0123456789abcdef").exits(0);
    wx.typing(Callback.TOKEN + "\n" + Callback.KEY.replace('a', 'b') + "\n");
    Run run = decrypt().exits(3);
    assertThat(run.err()).contains("it was made with another EncodingAESKey");
    assertThat(run.toString()).doesNotContain(Callback.TOKEN, Callback.KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <xml><Event>x</Event></xml> | has no Encrypt element
          <xml>                       | no well-formed XML
          <!DOCTYPE xml><xml/>        | DOCTYPE
          QUJD                        | is cut short, having 3 bytes
          {"Event": "x"}              | is no base64 text
          """)
  void what_is_no_encrypted_message_is_refused(String text, String why) throws IOException {
    write(text);

    assertThat(decrypt().exits(3).err()).contains(why);
  }

  @Test
  void a_text_that_stood_in_a_link_is_named() throws IOException {
    // Long enough to hold both characters.
    String encrypt = encrypt(Callback.push(MessageMode.COMPATIBLE, "4711+".repeat(30)));
    write(encrypt.replace("+", " "));
    assertThat(decrypt().exits(3).err()).contains("a + became a blank", "only once");
    write("<xml><Encrypt>" + encrypt.replace("+", " ") + "</Encrypt></xml>");
    assertThat(decrypt().exits(3).err()).contains("a + became a blank");
    write(URLEncoder.encode(encrypt, StandardCharsets.UTF_8));
    assertThat(decrypt().exits(3).err()).contains("%2B for a +", "only once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1472551036000", "147255103", "now", "99999999999", "9999999999"})
  void a_timestamp_that_is_none_is_refused_whatever_was_signed(String timestamp)
      throws IOException {
    SignedPush push = Callback.push(MessageMode.SAFE, "1");
    write(push.body());
    String digest = Callback.KEYS.sign(timestamp, "2", encrypt(push));

    assertThat(signed(timestamp, "2", digest).exits(5).err()).contains("the timestamp ");
  }

  @Test
  void a_signature_is_checked_first() throws IOException {
    SignedPush push = Callback.push(MessageMode.SAFE, "1");
    write(push.body());
    Map<String, String> query = push.query();
    String timestamp = query.get("timestamp");
    String nonce = query.get("nonce");

    Run right = signed(timestamp, nonce, query.get("msg_signature")).exits(0);
    Run three = signed(timestamp, nonce, query.get("signature")).exits(5);

    assertThat(right.err()).contains("The msg_signature fits.");
    assertThat(three.err()).contains("the encrypted text was left out");
    assertThat(three.out()).isEmpty();
    assertThat(signed(timestamp, nonce, "0").exits(5).err()).contains("Compare the Token");
    assertThat(decrypt("--nonce", nonce).exits(2).err()).contains("belong together");
  }

  @Test
  void the_example_of_the_help_decrypts_what_was_made_before() {
    List<Run> runs = HelpExamples.run(wx, "event decrypt", Map.of());
    assertThat(runs).hasSize(1).allSatisfy(run -> run.exits(0));
    assertThat(runs.get(0).out()).contains("user_get_card");
  }

  @Test
  void the_sample_is_decrypted() {
    Run run = wx.run("event", "decrypt", "samples/push.xml", "--secrets-stdin").exits(0);
    assertThat(run.out())
        .contains("user_get_card", HelpExamples.CARD_ID, HelpExamples.CODE, HelpExamples.OPENID)
        .contains("<SourceScene><![CDATA[SOURCE_SCENE_UNKNOW]]></SourceScene>\n<UnionId>")
        .startsWith("<xml><ToUserName>")
        .doesNotContain("\n ", "OuterStr");
  }

  @Test
  void every_event_is_listed_with_when_and_what() {
    JsonNode events = wx.run("event", "list", "--json").exits(0).json().path("events");
    String text = wx.run("event", "list").exits(0).out();

    assertThat(events)
        .extracting(event -> event.path("event").asText())
        .containsExactlyElementsOf(
            Arrays.stream(EventKind.values()).map(EventKind::wireName).toList());
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.path("when").asText()).isNotEmpty();
              assertThat(event.path("fields")).isNotEmpty();
              assertThat(text).contains(event.path("event").asText() + ": ");
            });
    assertThat(text).contains("SourceScene, UnionId; seldom OuterStr\n");
    HelpExamples.run(wx, "event list", Map.of()).forEach(run -> run.exits(0));
    assertThat(wx.run("event", "list", "user_get_card").exits(0).out())
        .contains(
            "OuterStr             seldom there: the channel", "UnionId              the person,");
    assertThat(wx.run("event", "list", "user_get").exits(2).err()).contains("user_get_card?");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private Run decrypt(String... options) {
    String[] words = {"event", "decrypt", file.toString(), "--secrets-stdin"};
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    return wx.run(all);
  }

  private Run signed(String timestamp, String nonce, String signature) {
    return decrypt("--timestamp", timestamp, "--nonce", nonce, "--msg-signature", signature);
  }

  private static String encrypt(SignedPush push) {
    return XmlReader.read(push.body(), "the push").field("Encrypt");
  }
}
