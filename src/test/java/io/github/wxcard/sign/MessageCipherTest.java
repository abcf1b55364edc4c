package io.github.wxcard.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCipherTest {
  private static final String APP_ID = "wxb11529c136998cb6";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final byte[] RANDOM = "aaaabbbbccccdddd".getBytes(US_ASCII);
  private static final String M1 =
      "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==";

  private final MessageCipher cipher = new MessageCipher(KEY, APP_ID);

  @Test
  void the_published_message_is_encrypted_byte_for_byte() {
    assertThat(cipher.encrypt("我是中文abcd123", RANDOM)).isEqualTo(M1);
  }

  @Test
  void the_published_message_is_decrypted() {
    assertThat(cipher.decrypt(M1))
        .isEqualTo(new MessageCipher.Clear("aaaabbbbccccdddd", "我是中文abcd123", APP_ID));
  }

  @Test
  void the_vendors_own_sample_is_decrypted() {
    MessageCipher vendor =
        new MessageCipher("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
    MessageCipher.Clear clear = vendor.decrypt(PublishedExamples.M2_ENCRYPT);
    assertThat(clear.random()).isEqualTo("0960688932c47ef1");
    assertThat(clear.message())
        .contains("<FromUserName><![CDATA[mycreate]]>", "<Content><![CDATA[hello]]>");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 25, 26, 27, 57, 58, 59, 1000})
  void a_message_of_any_length_comes_back(int length) {
    String message = "x".repeat(length);
    assertThat(cipher.decrypt(cipher.encrypt(message, RANDOM)).message()).isEqualTo(message);
  }

  @Test
  void a_message_for_another_account_is_refused() {
    String foreign = new MessageCipher(KEY, "wx0123456789abcdef").encrypt("hi", RANDOM);
    assertThatThrownBy(() -> cipher.decrypt(foreign))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it is for wx0123456789abcdef, not for " + APP_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YWJj", "no base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void text_that_was_not_made_with_the_key_is_refused(String text) {
    assertThatThrownBy(() -> cipher.decrypt(text)).isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAA AAA=: a + became a blank",
        "AAAA%2BAA=: there is a % in it",
        "AAAA-AA_=: no base64 text but the kind for links",
        "AAAA-A!_=: no base64 text",
        "AAAA\u00a0AA=: a + became a blank",
        "AAAA\u3000AA=: a + became a blank",
        "AAAA\\/AA=: there is a \\ before a /",
        "AAAA&#43;AA=: a character is written as in HTML",
        "AAAA&#x2B;AA=: a character is written as in HTML",
        "AAAA&plus;AA=: a character is written as in HTML",
      })
  void what_a_link_makes_of_base64_is_named(String line) {
    String[] parts = line.split(": ", -1);

    assertThatThrownBy(() -> cipher.decrypt(parts[0]))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(parts[1]);
  }

  @Test
  void a_message_that_was_cut_inside_its_padding_is_not_named_as_padded_otherwise() {
    String text = "";
    for (int length = 0; text.isEmpty() || padding(text) <= 16; length++) {
      text = cipher.encrypt("x".repeat(length), RANDOM);
    }
    byte[] whole = Base64.getDecoder().decode(text);
    String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length - 16));

    assertThatThrownBy(() -> cipher.decrypt(cut))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it is cut short");
  }

  private int padding(String text) {
    MessageCipher.Clear clear = cipher.decrypt(text);
    int length = 16 + 4 + clear.message().length() + clear.appId().length();
    return Base64.getDecoder().decode(text).length - length;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9, 13, 100, 101})
  void a_message_padded_to_the_ciphers_block_is_named_where_it_shows(int length)
      throws GeneralSecurityException {
    byte[] packed = packed("x".repeat(length).getBytes(StandardCharsets.UTF_8));
    String text = encrypted("AES/CBC/PKCS5Padding", packed);

    if (Base64.getDecoder().decode(text).length % 32 == 0) {
      assertThat(cipher.decrypt(text).message()).hasSize(length);
    } else {
      assertThatThrownBy(() -> cipher.decrypt(text))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("It was padded to 16 bytes; WeChat pads to 32");
    }
  }

  @Test
  void a_message_that_is_not_utf8_is_refused_with_the_offset() throws GeneralSecurityException {
    byte[] packed = packed("ab卡".getBytes(Charset.forName("GBK")));
    int padding = 32 - packed.length % 32;
    byte[] padded = Arrays.copyOf(packed, packed.length + padding);
    Arrays.fill(padded, packed.length, padded.length, (byte) padding);

    assertThatThrownBy(() -> cipher.decrypt(encrypted("AES/CBC/NoPadding", padded)))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.INPUT))
        .hasMessageContaining("not UTF-8: byte 0xbf at byte offset 2");
  }

  private static byte[] packed(byte[] message) {
    byte[] appId = APP_ID.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(RANDOM.length + Integer.BYTES + message.length + appId.length)
        .put(RANDOM)
        .putInt(message.length)
        .put(message)
        .put(appId)
        .array();
  }

  private static String encrypted(String scheme, byte[] text) throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(KEY + "=");
    Cipher aes = Cipher.getInstance(scheme);
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
    return Base64.getEncoder().encodeToString(aes.doFinal(text));
  }

  @Test
  void a_message_cut_short_is_refused() {
    assertThatThrownBy(() -> cipher.decrypt(M1.substring(0, 40))).isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "ab#defghijklmnopqrstuvwxyz0123456789ABCDEFG"})
  void a_key_that_is_none_is_refused(String key) {
    assertThatThrownBy(() -> new MessageCipher(key, APP_ID)).isInstanceOf(Failure.class);
  }
}
