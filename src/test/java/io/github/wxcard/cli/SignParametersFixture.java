package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Parameters are copied out of a page and checked as they are. */
abstract class SignParametersFixture {
  static final String A1 = "f137ab68b7f8112d20ee528ab6074564e2796250";

  static final String J1 = "0f9de62fce790f9a083d5c99e95740ceb90c27ed";

  static final String PAGE_URL = "http://mp.weixin.qq.com?params=value";

  static final String EXT =
      "{\"code\":\"1434008071\",\"timestamp\":\"1404896688\",\"nonce_str\":\"123\",\"signature\":\""
          + A1
          + "\"}";

  static final String CARD = "{cardId:'" + CARD_ID + "',cardExt:'" + EXT + "'}";

  @TempDir Path home;

  Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).with("CI", "true");
  }

  Run check(String secret, String pasted, String... words) throws IOException {
    Path file = Files.writeString(home.resolve("pasted.js"), pasted);
    String[] line = Arrays.copyOf(words, words.length + 3);
    line[words.length] = "--params";
    line[words.length + 1] = file.toString();
    line[words.length + 2] = words[1].equals("callback") ? "--token-stdin" : "--ticket-stdin";
    return wx.typing(secret).run(line);
  }

  Run choose(String call) throws IOException {
    return check(CARD_TICKET, call, "sign", "choose", "--app-id", "wx0123456789abcdef");
  }

  static String sha1(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
