package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.Signature;

/**
 * A signature in the form that its user passes on.
 *
 * @param line what is printed for a person or a shell
 * @param document the members of {@code --json}
 * @param explained whether to show how the signature came about
 */
record SignatureResult(String line, ObjectNode document, Signature signature, boolean explained)
    implements Result {

  /** Adds the values that were signed, in their order. */
  static void putSigned(ObjectNode document, Signature signature) {
    ArrayNode signed = document.putArray("signed");
    signature.signed().forEach(signed::add);
  }

  @Override
  public JsonNode json() {
    if (!explained) {
      return document;
    }
    ObjectNode whole = document.deepCopy();
    putSigned(whole, signature);
    return whole.put("joined", signature.joined()).put("digest", signature.digest());
  }

  @Override
  public void text(Page page) {
    page.data(line);
    if (explained) {
      signature.signed().forEach(page::data);
      page.data(signature.joined());
      page.line(signature.digest());
    }
  }
}
