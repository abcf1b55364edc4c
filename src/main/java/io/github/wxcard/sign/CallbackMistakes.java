package io.github.wxcard.sign;

import io.github.wxcard.text.QueryString;
import java.util.List;

/** What goes wrong when WeChat's requests are checked. */
final class CallbackMistakes {
  private CallbackMistakes() {}

  static List<SignatureMistake> all() {
    return CommonMistakes.ofSortedValues(
        SignatureMistake.of(
            "no-encrypt",
            "the encrypted text was left out, as it is in the request's plain signature",
            "Compare msg_signature with the four values, signature with the three.",
            input -> input.without("encrypt")),
        SignatureMistake.of(
            "plus-signs",
            "the encrypted text was signed with blanks where it has +",
            "Decode a form or a query only once, and take the text of the XML as it is.",
            input -> input.change("encrypt", text -> text.replace('+', ' '))),
        SignatureMistake.of(
            "encrypt-encoded",
            "the encrypted text was signed percent-encoded",
            "Take the text of the XML's Encrypt element as it is.",
            input -> input.change("encrypt", text -> QueryString.encoded(text))),
        SignatureMistake.leftOut(
            "timestamp", "Sign the timestamp of the query with the other values."),
        SignatureMistake.leftOut("nonce", "Sign the nonce of the query with the other values."),
        SignatureMistake.leftOut(
            "token", "Sign the Token typed in the console with the other values."));
  }
}
