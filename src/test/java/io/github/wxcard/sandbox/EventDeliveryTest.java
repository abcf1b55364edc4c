package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.sandbox.Receiver.Message;
import io.github.wxcard.sign.CallbackSignature;
import io.github.wxcard.sign.MessageCipher;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merchant's server is sent. */
final class EventDeliveryTest {
  private static final Pattern ENCRYPT =
      Pattern.compile("<Encrypt><!\\[CDATA\\[(.*?)]]></Encrypt>");
  private static final String DOCUMENT =
      """
      <xml><ToUserName><![CDATA[gh_5a4db0c0c0de]]></ToUserName>
      <FromUserName><![CDATA[o5a4DbAbCdEfGhIjKlMnOpQrStUv]]></FromUserName>
      <CreateTime>1790827200</CreateTime>
      <MsgType><![CDATA[event]]></MsgType>
      <Event><![CDATA[user_consume_card]]></Event>
      <CardId><![CDATA[p5a4DbCard]]></CardId>
      <UserCardCode><![CDATA[4711]]></UserCardCode>
      <OuterStr><![CDATA[a&b]]]]><![CDATA[>中]]></OuterStr>
      </xml>\
      """;

  @TempDir Path folder;
  private Merchant merchant;

  @BeforeEach
  void open() {
    merchant = Merchant.on(folder.resolve("sandbox.db"));
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void a_plain_message_is_signed_xml() {
    Message message = sent("plain", "/wechat");

    assertThat(message.method()).isEqualTo("POST");
    assertThat(message.path()).isEqualTo("/wechat");
    assertThat(message.contentType()).isEqualTo("text/xml; charset=utf-8");
    assertThat(message.headers())
        .containsExactlyInAnyOrder("Host", "User-agent", "Content-type", "Content-length");
    assertThat(message.query())
        .containsOnlyKeys("signature", "timestamp", "nonce", "openid")
        .containsEntry("openid", Merchant.OPENID)
        .containsEntry("timestamp", "1790827200")
        .containsEntry("signature", signature(message, ""));
    assertThat(message.query().get("nonce")).matches("[0-9]+");
    assertThat(message.body()).isEqualTo(DOCUMENT);
  }

  @Test
  void a_compatible_message_has_clear_text_and_cipher_text() {
    Message message = sent("compatible", "/");

    String encrypted = encrypted(message);
    assertThat(message.body().replaceFirst("<Encrypt>.*\n", "")).isEqualTo(DOCUMENT);
    assertThat(decrypted(encrypted)).isEqualTo(DOCUMENT);
    assertThat(message.query())
        .containsOnlyKeys(
            "signature", "timestamp", "nonce", "openid", "encrypt_type", "msg_signature")
        .containsEntry("encrypt_type", "aes")
        .containsEntry("signature", signature(message, ""))
        .containsEntry("msg_signature", signature(message, encrypted));
  }

  @Test
  void a_safe_message_has_nothing_but_cipher_text() {
    Message message = sent("safe", "/");

    String encrypted = encrypted(message);
    assertThat(message.body())
        .isEqualTo(
            """
            <xml><ToUserName><![CDATA[gh_5a4db0c0c0de]]></ToUserName>
            <Encrypt><![CDATA[%s]]></Encrypt>
            </xml>\
            """
                .formatted(encrypted));
    assertThat(decrypted(encrypted)).isEqualTo(DOCUMENT);
    assertThat(message.query())
        .containsEntry("encrypt_type", "aes")
        .containsEntry("msg_signature", signature(message, encrypted));
  }

  @Test
  void the_query_of_the_address_is_kept() {
    Message message = sent("plain", "/in?shop=7&%E5%8D%A1=%26");

    assertThat(message.query())
        .containsOnlyKeys("shop", "%E5%8D%A1", "signature", "timestamp", "nonce", "openid")
        .containsEntry("shop", "7")
        .containsEntry("%E5%8D%A1", "&");
  }

  @Test
  void messages_are_dated_by_the_sandboxs_own_time_and_signed_in_ours() {
    merchant.raw.post("/sandbox/clock", "{\"advance\": \"2d\"}");

    Message message = sent("plain", "/");

    assertThat(message.query()).containsEntry("timestamp", "1790827200");
    assertThat(message.body()).contains("<CreateTime>1791000000</CreateTime>");
  }

  @Test
  void no_two_messages_share_a_nonce() {
    Message first = sent("safe", "/");
    Message second = sent("safe", "/");

    assertThat(second.query().get("nonce")).isNotEqualTo(first.query().get("nonce"));
    assertThat(encrypted(second)).isNotEqualTo(encrypted(first));
  }

  private Message sent(String mode, String path) {
    merchant.listening(mode, merchant.receiver.url(path));
    int before = merchant.receiver.messages().size();
    long id = merchant.redeemed("4711");
    assertThat(merchant.result(id, 1)).matches("200 success in [0-9]+ ms");
    assertThat(merchant.state(id)).isEqualTo("delivered");
    assertThat(merchant.receiver.messages()).hasSize(before + 1);
    return merchant.receiver.messages().get(before);
  }

  private static String signature(Message message, String encrypted) {
    return new CallbackSignature(
            Merchant.TOKEN,
            message.query().get("timestamp"),
            message.query().get("nonce"),
            encrypted)
        .signature()
        .digest();
  }

  private static String encrypted(Message message) {
    Matcher found = ENCRYPT.matcher(message.body());
    assertThat(found.find()).as(message.body()).isTrue();
    return found.group(1);
  }

  private static String decrypted(String encrypted) {
    return new MessageCipher(Merchant.KEY, "wx5a4db0c0000c0de1").decrypt(encrypted).message();
  }
}
