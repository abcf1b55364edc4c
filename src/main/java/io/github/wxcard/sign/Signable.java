package io.github.wxcard.sign;

import java.util.List;

/**
 * What one of WeChat's four signatures is made of. A value that is empty takes no part; every other
 * one is signed exactly as given.
 */
public sealed interface Signable
    permits CardExtSignature, CardSignSignature, JsSdkSignature, CallbackSignature {
  /** The values, named and in the documentation's order. */
  SigningInput input();

  /** The ticket or Token, which is the first value of each. */
  default String secret() {
    return input().all().get(0).value();
  }

  /** The usual ways to get this signature wrong, likeliest first. */
  List<SignatureMistake> mistakes();

  /** Sentences about what looks wrong with the values; none of them stops the signing. */
  List<String> warnings();

  /** The signature: joined text and SHA-1 digest. */
  default Signature signature() {
    return input().sign();
  }
}
