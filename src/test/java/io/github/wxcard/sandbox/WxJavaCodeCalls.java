package io.github.wxcard.sandbox;

import static io.github.wxcard.sandbox.WxJava.cardId;
import static io.github.wxcard.sandbox.WxJava.code;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.bean.card.WxMpCardCodeCheckcodeResult;
import me.chanjar.weixin.mp.bean.card.WxMpCardResult;

/** A scenario for each method of WxJava's card service that is about codes. */
final class WxJavaCodeCalls {
  static final Map<String, WxJava.Scenario> SCENARIOS =
      Map.ofEntries(
          entry("decryptCardCode(String)", WxJavaCodeCalls::decrypt),
          entry("queryCardCode(String, String, boolean)", WxJavaCodeCalls::query),
          entry("consumeCardCode(String)", WxJavaCodeCalls::consume),
          entry("consumeCardCode(String, String)", WxJavaCodeCalls::consumeMerchants),
          entry("markCardCode(String, String, String, boolean)", WxJavaCodeCalls::mark),
          entry("unavailableCardCode(String, String, String)", WxJavaCodeCalls::unavailable),
          entry("cardCodeDeposit(String, List)", WxJavaCodeCalls::deposit),
          entry("cardCodeDepositCount(String)", WxJavaCodeCalls::depositCount),
          entry("cardCodeCheckcode(String, List)", WxJavaCodeCalls::depositCheck),
          entry("cardCodeUpdate(String, String, String)", WxJavaCodeCalls::changeCode),
          entry("getUserCardList(String, String)", WxJavaCodeCalls::wallet));

  private WxJavaCodeCalls() {}

  private static void decrypt(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Definitions.groupon(), "a");
    String encrypted = EncryptedCode.of(cardId(claim), code(claim));
    assertThat(wx.cards.decryptCardCode(encrypted)).isEqualTo(code(claim));
  }

  private static void query(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Definitions.groupon(), "a");
    WxMpCardResult found = wx.cards.queryCardCode(cardId(claim), code(claim), true);
    assertThat(found.getOpenId()).isEqualTo(claim.path("openid").asText());
    assertThat(found.getCanConsume()).isTrue();
    assertThat(found.getUserCardStatus()).isEqualTo("NORMAL");
    assertThat(found.getCard().getCardId()).isEqualTo(cardId(claim));
    assertThat(found.getCard().getEndTime()).isGreaterThan(found.getCard().getBeginTime());
  }

  private static void consume(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Definitions.groupon(), "a");
    assertThat(wx.cards.consumeCardCode(code(claim))).contains(cardId(claim));
    assertThat(status(wx, claim)).isEqualTo("CONSUMED");
  }

  private static void consumeMerchants(WxJava wx) throws WxErrorException {
    JsonNode claim = new Phone(wx.raw).claimedMerchants("A-1", "a");
    assertThat(wx.cards.consumeCardCode("A-1", cardId(claim))).contains(cardId(claim));
    assertThat(status(wx, claim)).isEqualTo("CONSUMED");
  }

  private static void mark(WxJava wx) {
    JsonNode claim = wx.raw.claimed(Definitions.groupon(), "a");
    String openid = claim.path("openid").asText();
    assertThatThrownBy(() -> wx.cards.markCardCode(code(claim), cardId(claim), openid, true))
        .isInstanceOf(WxErrorException.class)
        .hasMessageContaining("45103");
  }

  private static void unavailable(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Definitions.groupon(), "a");
    assertThat(wx.cards.unavailableCardCode(cardId(claim), code(claim), "退款")).contains("ok");
    assertThat(status(wx, claim)).isEqualTo("UNAVAILABLE");
  }

  private static void deposit(WxJava wx) throws WxErrorException {
    String cardId = approved(wx, Definitions.deposit());
    var imported = wx.cards.cardCodeDeposit(cardId, List.of("A-1", "A-2"));
    assertThat(imported.getSuccessCodes()).containsExactly("A-1", "A-2");
    assertThat(imported.getDuplicateCodes()).isEmpty();
    assertThat(imported.getFailCodes()).isEmpty();
    assertThat(wx.cards.cardCodeDepositCount(cardId).getCount()).isEqualTo(2);
  }

  private static void depositCount(WxJava wx) throws WxErrorException {
    String cardId = deposited(wx);
    assertThat(wx.cards.cardCodeDepositCount(cardId).getCount()).isEqualTo(3);
  }

  private static void depositCheck(WxJava wx) throws WxErrorException {
    WxMpCardCodeCheckcodeResult found =
        wx.cards.cardCodeCheckcode(deposited(wx), List.of("A-1", "B-1"));
    assertThat(found.getExistCode()).containsExactly("A-1");
    assertThat(found.getNotExistCode()).containsExactly("B-1");
  }

  private static void changeCode(WxJava wx) throws WxErrorException {
    JsonNode claim = new Phone(wx.raw).claimedMerchants("A-1", "a");
    wx.cards.cardCodeUpdate(cardId(claim), "A-1", "A-2");
    assertThat(wx.cards.queryCardCode(cardId(claim), "A-2", true).getCanConsume()).isTrue();
  }

  private static void wallet(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Definitions.groupon(), "a");
    String openid = claim.path("openid").asText();
    assertThat(wx.cards.getUserCardList(openid, cardId(claim)).getCardList())
        .singleElement()
        .returns(code(claim), card -> card.getCode())
        .returns(cardId(claim), card -> card.getCardId());
    String another = wx.raw.create(Definitions.groupon());
    assertThat(wx.cards.getUserCardList(openid, another).getCardList()).isEmpty();
  }

  private static String approved(WxJava wx, String definition) {
    String cardId = wx.raw.create(definition);
    wx.raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    return cardId;
  }

  private static String deposited(WxJava wx) {
    String cardId = approved(wx, Definitions.deposit());
    String body = "{\"card_id\": \"%s\", \"code\": [\"A-1\", \"A-2\", \"A-3\"]}";
    wx.raw.done("/card/code/deposit", body.formatted(cardId));
    return cardId;
  }

  private static String status(WxJava wx, JsonNode claim) {
    return new Phone(wx.raw).status(claim);
  }
}
