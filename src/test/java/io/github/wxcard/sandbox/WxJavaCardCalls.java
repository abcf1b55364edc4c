package io.github.wxcard.sandbox;

import static io.github.wxcard.sandbox.WxJava.cardId;
import static io.github.wxcard.sandbox.WxJava.code;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import me.chanjar.weixin.common.bean.WxCardApiSignature;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.bean.card.WxMpCardLandingPageCreateRequest;
import me.chanjar.weixin.mp.bean.card.WxMpCardLandingPageCreateResult;
import me.chanjar.weixin.mp.bean.card.WxMpCardQrcodeCreateResult;

/** A scenario for each method of WxJava's card service that is about cards. */
final class WxJavaCardCalls {
  static final Map<String, WxJava.Scenario> SCENARIOS =
      Map.ofEntries(
          entry("getWxMpService()", WxJavaCardCalls::service),
          entry("getCardApiTicket()", WxJavaCardCalls::ticket),
          entry("getCardApiTicket(boolean)", WxJavaCardCalls::ticketAgain),
          entry("createCardApiSignature(String[])", WxJavaCardCalls::signature),
          entry("getCardDetail(String)", WxJavaCardCalls::create),
          entry("addTestWhiteList(String)", WxJavaCardCalls::testers),
          entry("createCard(WxMpCardCreateRequest)", WxJavaCardCalls::create),
          entry("createQrcodeCard(String, String)", WxJavaCardCalls::qrForAYear),
          entry("createQrcodeCard(String, String, int)", WxJavaCardCalls::qrForAMinute),
          entry(
              "createQrcodeCard(String, String, int, String, String, boolean)",
              WxJavaCardCalls::qrForOnePerson),
          entry(
              "createLandingPage(WxMpCardLandingPageCreateRequest)", WxJavaCardCalls::landingPage),
          entry("deleteCard(String)", WxJavaCardCalls::delete),
          entry("cardMpnewsGethtml(String)", WxJavaCardCalls::article),
          entry("cardModifyStock(String, Integer)", WxJavaCardCalls::stock),
          entry("cardPaycellSet(String, Boolean)", WxJavaCardCalls::payCell),
          entry(
              "cardSelfConsumeCellSet(String, Boolean, Boolean, Boolean)",
              WxJavaCardCalls::selfConsumeCell));

  private static final String LOGO = "http://mmbiz.qpic.cn/mmbiz/logo/0";

  private WxJavaCardCalls() {}

  private static void service(WxJava wx) {
    assertThat(wx.cards.getWxMpService()).isSameAs(wx.weChat);
  }

  private static void ticket(WxJava wx) throws WxErrorException {
    JsonNode answer =
        wx.raw.get("/cgi-bin/ticket/getticket?type=wx_card&access_token=" + wx.raw.token());
    assertThat(wx.cards.getCardApiTicket()).isEqualTo(answer.path("ticket").asText());
  }

  private static void ticketAgain(WxJava wx) throws WxErrorException {
    String ticket = wx.cards.getCardApiTicket(false);
    assertThat(wx.cards.getCardApiTicket(true)).isNotEmpty().isEqualTo(ticket);
  }

  private static void signature(WxJava wx) throws WxErrorException {
    WxCardApiSignature signature = wx.cards.createCardApiSignature("card", "code");
    assertThat(signature.getSignature()).matches("[0-9a-f]{40}");
  }

  private static void create(WxJava wx) throws WxErrorException {
    String cardId = wx.cards.createCard(WxJava.groupon(LOGO)).getCardId();
    assertThat(wx.cards.getCardDetail(cardId)).contains(cardId, "GROUPON", "双人套餐", "#63b359");
  }

  private static void testers(WxJava wx) throws WxErrorException {
    String cardId = wx.raw.create(Definitions.groupon());
    JsonNode person = wx.raw.claimed(Definitions.groupon(), "a");
    assertThat(wx.cards.addTestWhiteList(person.path("openid").asText())).contains("ok");
    assertThat(wx.raw.scan(wx.raw.ticket(cardId), "a").path("errcode").asInt(-1)).isZero();
  }

  private static void qrForAYear(WxJava wx) throws WxErrorException {
    String cardId = approved(wx, Definitions.groupon());
    WxMpCardQrcodeCreateResult qr = wx.cards.createQrcodeCard(cardId, "12b");
    assertThat(qr.isSuccess()).isTrue();
    assertThat(cardId(wx.raw.scan(qr.getTicket(), "a"))).isEqualTo(cardId);
  }

  private static void qrForAMinute(WxJava wx) throws WxErrorException {
    String cardId = approved(wx, Definitions.groupon());
    WxMpCardQrcodeCreateResult qr = wx.cards.createQrcodeCard(cardId, "12b", 60);
    assertThat(qr.getExpireSeconds()).isEqualTo(60);
    assertThat(cardId(wx.raw.scan(qr.getTicket(), "a"))).isEqualTo(cardId);
  }

  private static void qrForOnePerson(WxJava wx) throws WxErrorException {
    String openid = wx.raw.claimed(Definitions.groupon(), "a").path("openid").asText();
    String cardId =
        approved(
            wx,
            Definitions.groupon(
                base -> base.put("use_custom_code", true).put("bind_openid", true)));
    WxMpCardQrcodeCreateResult qr =
        wx.cards.createQrcodeCard(cardId, "12b", 1800, openid, "A-1", false);
    assertThat(qr.isSuccess()).isTrue();
    assertThat(code(wx.raw.scan(qr.getTicket(), "a"))).isEqualTo("A-1");
  }

  private static void landingPage(WxJava wx) throws WxErrorException {
    WxMpCardLandingPageCreateRequest page = new WxMpCardLandingPageCreateRequest();
    page.setBanner(LOGO);
    page.setTitle("优惠");
    page.setCanShare(true);
    page.setScene("SCENE_MENU");
    page.addCard(approved(wx, Definitions.groupon()), LOGO);
    WxMpCardLandingPageCreateResult made = wx.cards.createLandingPage(page);
    assertThat(made.isSuccess()).isTrue();
    assertThat(made.getPageId()).isPositive();
    assertThat(wx.raw.send(made.getUrl(), builder -> builder.GET()).statusCode()).isEqualTo(200);
  }

  private static void delete(WxJava wx) throws WxErrorException {
    String cardId = wx.raw.create(Definitions.groupon());
    assertThat(wx.cards.deleteCard(cardId).isSuccess()).isTrue();
    assertThat(wx.cards.getCardDetail(cardId)).contains("CARD_STATUS_DELETE");
  }

  private static void article(WxJava wx) throws WxErrorException {
    String cardId = approved(wx, Definitions.groupon());
    assertThat(wx.cards.cardMpnewsGethtml(cardId).getContent()).contains("<iframe");
  }

  private static void stock(WxJava wx) throws WxErrorException {
    String cardId = wx.raw.create(Definitions.groupon());
    wx.cards.cardModifyStock(cardId, 7);
    assertThat(quantity(wx, cardId)).isEqualTo(107);
    wx.cards.cardModifyStock(cardId, -10);
    assertThat(quantity(wx, cardId)).isEqualTo(97);
  }

  private static void payCell(WxJava wx) throws WxErrorException {
    String cardId = wx.cards.createCard(WxJava.groupon(LOGO)).getCardId();
    wx.cards.cardPaycellSet(cardId, true);
    assertThatThrownBy(() -> wx.cards.cardSelfConsumeCellSet(cardId, true, false, false))
        .hasMessageContaining("45046");
    wx.cards.cardPaycellSet(cardId, false);
    wx.cards.cardSelfConsumeCellSet(cardId, true, false, false);
  }

  private static void selfConsumeCell(WxJava wx) throws WxErrorException {
    String cardId = wx.cards.createCard(WxJava.groupon(LOGO)).getCardId();
    wx.cards.cardSelfConsumeCellSet(cardId, true, true, true);
    assertThatThrownBy(() -> wx.cards.cardPaycellSet(cardId, true)).hasMessageContaining("45046");
  }

  private static String approved(WxJava wx, String definition) {
    String cardId = wx.raw.create(definition);
    wx.raw.approve(cardId);
    return cardId;
  }

  private static int quantity(WxJava wx, String cardId) {
    return wx.raw
        .done("/card/get", RawSandbox.body("card_id", cardId))
        .at("/card/groupon/base_info/sku/quantity")
        .asInt();
  }
}
