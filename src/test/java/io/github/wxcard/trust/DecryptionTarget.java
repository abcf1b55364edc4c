package io.github.wxcard.trust;

import io.github.wxcard.error.Failure;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.CallbackQuery;
import io.github.wxcard.event.EventXml;
import io.github.wxcard.event.PushVerifier;
import io.github.wxcard.sign.MessageCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What comes to the callback address: encrypted or not, and by somebody who knows the keys. */
final class DecryptionTarget implements FuzzTarget {
  private static final String TIMESTAMP = "1790827200";
  private static final String NONCE = "n";
  private static final int BLOCK = 32;

  private final byte[] key = new byte[BLOCK];
  private final CallbackKeys keys = new CallbackKeys("token", "A".repeat(43), "wx5a4db0c0000c0de1");

  @Override
  public int times() {
    return 8;
  }

  @Override
  public void take(byte[] input) throws GeneralSecurityException {
    String text = new String(input, StandardCharsets.UTF_8);
    attempt(() -> new MessageCipher(text, "wx1").decrypt(text));
    attempt(() -> keys.cipher().orElseThrow().decrypt(text));
    attempt(() -> new PushVerifier(keys, true).open(CallbackQuery.parse(text), text));
    attempt(() -> new PushVerifier(keys, true).echo(CallbackQuery.parse(text)));
    attempt(() -> open(text, ""));
    String encrypted = encrypted(input);
    attempt(() -> keys.cipher().orElseThrow().decrypt(encrypted));
    attempt(() -> open(EventXml.envelope("gh_1", "", encrypted), encrypted));
    attempt(() -> open(EventXml.envelope("gh_1", "", text), text));
  }

  /** A push that is signed as it should be. */
  private void open(String body, String encrypted) {
    CallbackQuery query =
        new CallbackQuery(
            Map.of(
                "timestamp",
                TIMESTAMP,
                "nonce",
                NONCE,
                "signature",
                keys.sign(TIMESTAMP, NONCE, ""),
                "msg_signature",
                keys.sign(TIMESTAMP, NONCE, encrypted)),
            Set.of());
    new PushVerifier(keys, true).open(query, body);
  }

  /** The bytes themselves as the clear text, only made long enough. */
  private String encrypted(byte[] input) throws GeneralSecurityException {
    int blocks = Math.max(1, (input.length + BLOCK - 1) / BLOCK);
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
    byte[] clear = Arrays.copyOf(input, blocks * BLOCK);
    if (clear.length > input.length) {
      Arrays.fill(clear, input.length, clear.length, (byte) (clear.length - input.length));
    }
    return Base64.getEncoder().encodeToString(cipher.doFinal(clear));
  }

  private static void attempt(Runnable use) {
    try {
      use.run();
    } catch (Failure told) {
      Helpful.check(told);
    }
  }
}
