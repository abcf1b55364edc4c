package io.github.wxcard.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How text becomes a digest: {@link #SHA1} is WeChat's, the others are met in the wild.
 *
 * @param algorithm a name that Java knows
 * @param key of an HMAC, else empty
 * @param times how often the hexadecimal digest is hashed again
 */
record DigestAlgorithm(String algorithm, String key, int times) {
  static final DigestAlgorithm SHA1 = new DigestAlgorithm("SHA-1", "", 1);

  static DigestAlgorithm plain(String algorithm) {
    return new DigestAlgorithm(algorithm, "", 1);
  }

  static DigestAlgorithm keyed(String algorithm, String key) {
    return new DigestAlgorithm(algorithm, key, 1);
  }

  DigestAlgorithm twice() {
    return new DigestAlgorithm(algorithm, key, times + 1);
  }

  /** Lower-case hexadecimal. */
  String digest(String text) {
    String digest = text;
    for (int i = 0; i < times; i++) {
      digest = HexFormat.of().formatHex(hash(digest.getBytes(StandardCharsets.UTF_8)));
    }
    return digest;
  }

  private byte[] hash(byte[] text) {
    try {
      if (key.isEmpty()) {
        return MessageDigest.getInstance(algorithm).digest(text);
      }
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
