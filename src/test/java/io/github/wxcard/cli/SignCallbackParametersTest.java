package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.M3_ENCRYPT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a callback request brings in its query. */
class SignCallbackParametersTest extends SignParametersFixture {
  @Test
  void both_signatures_of_an_encrypted_request_are_checked() throws Exception {
    String token = "token1234567890";
    String plain = sha1("14588643892066297436" + token);
    String encrypted = "247dea54e9ca03ab1e75d03430d205a5b967c44d";
    String request =
        "{\"timestamp\":\"1458864389\",\"nonce\":\"2066297436\",\"signature\":\"%s\",\"msg_signature\":"
            + "\"%s\",\"Encrypt\":\""
            + M3_ENCRYPT
            + "\"}";
    check(token, request.formatted(plain, encrypted), "sign", "callback").exits(0);
    JsonNode swapped =
        check(token, request.formatted(encrypted, plain), "sign", "callback", "--json")
            .exits(5)
            .error();
    assertThat(swapped.at("/mistakes/0").asText()).isEqualTo("no-encrypt");
    JsonNode twice =
        check(token, request.formatted(encrypted, encrypted), "sign", "callback", "--json")
            .exits(5)
            .error();
    assertThat(twice.at("/mistakes/0").asText()).isEqualTo("with-encrypt");
    JsonNode padded =
        check(
                token,
                request.formatted(plain, joinedWith(token + " ")),
                "sign",
                "callback",
                "--json")
            .exits(5)
            .error();
    assertThat(padded.at("/mistakes/0").asText()).isEqualTo("blank");
  }

  private static String joinedWith(String token) throws Exception {
    String[] values = {token, "1458864389", "2066297436", M3_ENCRYPT};
    Arrays.sort(values);
    return sha1(String.join("", values));
  }

  @Test
  void a_plain_request_is_checked_without_its_encrypted_text() throws Exception {
    String request = "{timestamp:'1357982061',nonce:'1358161344',echostr:'e1',signature:'%s'}";
    String right = "335b26997f05c82243aad6b10a2d1853637e71a8";
    check("weixin", request.formatted(right), "sign", "callback").exits(0);
    String wrong = sha1("13579820611358161344e1weixin");
    assertThat(check("weixin", request.formatted(wrong), "sign", "callback").exits(5).err())
        .contains("echostr was signed too");
  }
}
