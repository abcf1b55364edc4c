package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpCardService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.card.BaseInfo;
import me.chanjar.weixin.mp.bean.card.GrouponCardCreateRequest;
import me.chanjar.weixin.mp.bean.card.WxMpCardCreateRequest;
import me.chanjar.weixin.mp.bean.card.WxMpCardQrcodeCreateResult;
import me.chanjar.weixin.mp.bean.card.WxMpCardResult;
import me.chanjar.weixin.mp.bean.card.WxUserCardListResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walkthrough with a client that nobody here wrote. */
final class WxJavaTest {
  @Injected private RawSandbox raw;
  private WxMpService weChat;
  private WxMpCardService cards;

  @BeforeEach
  void connect() {
    connect(false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_seven_steps_end_with_a_redeemed_code(boolean stableToken) throws WxErrorException {
    connect(stableToken);
    assertThat(weChat.getAccessToken()).hasSizeGreaterThan(100);
    String logo =
        weChat.getMaterialService().mediaImgUpload(Path.of("samples/logo.png").toFile()).getUrl();
    assertThat(logo).startsWith(raw.sandbox.base().toString());

    String cardId = cards.createCard(WxJava.groupon(logo)).getCardId();
    WxMpCardQrcodeCreateResult qr = cards.createQrcodeCard(cardId, "12b", 1800);
    assertThat(qr.isSuccess()).isTrue();
    assertThat(qr.getExpireSeconds()).isEqualTo(1800);
    assertThat(raw.send(qr.getShowQrcodeUrl(), builder -> builder.GET()).statusCode())
        .isEqualTo(200);

    String openid = "oTester";
    assertThat(cards.addTestWhiteList(openid)).contains("\"errcode\":0");
    JsonNode claim =
        raw.post(
            "/sandbox/scan",
            "{\"url\": \"%s\", \"openid\": \"%s\"}".formatted(qr.getUrl(), openid));
    String code = claim.path("code").asText();

    WxUserCardListResult wallet = cards.getUserCardList(openid, null);
    assertThat(wallet.getCardList()).singleElement().returns(code, card -> card.getCode());
    WxMpCardResult found = cards.queryCardCode(cardId, code, true);
    assertThat(found.getCanConsume()).isTrue();
    assertThat(found.getOpenId()).isEqualTo(openid);
    assertThat(cards.consumeCardCode(code)).contains(cardId);
    assertThatThrownBy(() -> cards.consumeCardCode(code, cardId))
        .isInstanceOf(WxErrorException.class)
        .hasMessageContaining("40099");
  }

  @Test
  void a_card_comes_back_with_its_chinese_text() throws WxErrorException {
    String cardId = cards.createCard(WxJava.groupon("http://mmbiz.qpic.cn/mmbiz/x/0")).getCardId();

    assertThat(cards.getCardDetail(cardId)).contains("双人套餐", "#63b359", "锅底一份");
  }

  @Test
  void a_qr_code_may_be_for_one_code_and_one_person() throws WxErrorException {
    WxMpCardCreateRequest request = WxJava.groupon("http://mmbiz.qpic.cn/mmbiz/x/0");
    BaseInfo base =
        ((GrouponCardCreateRequest) request.getCardCreateRequest()).getGroupon().getBaseInfo();
    base.setUseCustomCode(true);
    base.setBindOpenid(true);
    String cardId = cards.createCard(request).getCardId();

    WxMpCardQrcodeCreateResult qr =
        cards.createQrcodeCard(cardId, "12b", 1800, "oTester", "A-1", false);

    assertThat(qr.isSuccess()).isTrue();
  }

  @Test
  void the_ticket_to_sign_cards_with_stays_the_same() throws WxErrorException {
    String ticket = cards.getCardApiTicket();

    assertThat(cards.getCardApiTicket(true)).isEqualTo(ticket);
    assertThat(cards.createCardApiSignature("a", "b").getSignature()).hasSize(40);
  }

  @Test
  void a_voided_token_is_renewed_by_the_client() throws WxErrorException {
    assertThat(weChat.getAccessToken()).isNotEmpty();
    raw.post("/sandbox/reset", "{}");

    assertThat(cards.addTestWhiteList("oTester")).contains("\"errcode\":0");
  }

  private void connect(boolean stableToken) {
    WxJava wxJava = new WxJava(raw, stableToken);
    weChat = wxJava.weChat;
    cards = wxJava.cards;
  }
}
