package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.Transaction;

public record MemberFormService(SandboxLinks links) {
  private static final String KIND = "member_form";

  /** {@code POST /card/membercard/activateuserform/set}: takes the place of the form before it. */
  public ObjectNode set(Transaction tx, CallInput input) {
    String cardId = input.need("card_id", 41012);
    oneTap(tx, cardId);
    ActivationForm.checkPlaces("", input.body());
    ActivationForm.of(input.body());
    tx.documents().put(KIND, cardId, input.body().deepCopy(), tx.now());
    return Json.object();
  }

  /** {@code POST /card/membercard/activate/geturl}: a link to the form. */
  public ObjectNode url(Transaction tx, CallInput input) {
    String cardId = input.need("card_id", 41012);
    if (oneTap(tx, cardId).at("/base_info/use_custom_code").asBoolean()) {
      throw new ApiException(
          40158,
          "the card's use_custom_code is true, and such a link gives codes of WeChat's making");
    }
    String outerStr = input.text("outer_str").orElse("");
    return Json.object().put("url", links.toActivation(EncryptedCode.of(cardId, ""), outerStr));
  }

  /** What stands under the type's key of a card with one-tap activation; other cards refuse. */
  public static ObjectNode oneTap(Transaction tx, String cardId) {
    Card card = HeldCodes.checkType(tx, cardId, Membership.TYPE);
    ObjectNode definition = card.definition();
    if (!definition.path("wx_activate").asBoolean()) {
      throw new ApiException(72026, "the card's wx_activate is not true");
    }
    return definition;
  }

  /** The form of a card, or the refusal for a card without one. */
  public static ActivationForm of(Transaction tx, String cardId) {
    return tx.documents()
        .find(KIND, cardId)
        .map(form -> ActivationForm.of(form.body()))
        .orElseThrow(
            () ->
                new ApiException(
                    40097,
                    "the card has no form; /card/membercard/activateuserform/set makes one"));
  }
}
