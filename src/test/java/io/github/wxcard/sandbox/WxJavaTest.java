package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpCardService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.card.BaseInfo;
import me.chanjar.weixin.mp.bean.card.DateInfo;
import me.chanjar.weixin.mp.bean.card.GrouponCard;
import me.chanjar.weixin.mp.bean.card.GrouponCardCreateRequest;
import me.chanjar.weixin.mp.bean.card.Sku;
import me.chanjar.weixin.mp.bean.card.WxMpCardCreateRequest;
import me.chanjar.weixin.mp.bean.card.WxMpCardQrcodeCreateResult;
import me.chanjar.weixin.mp.bean.card.WxMpCardResult;
import me.chanjar.weixin.mp.bean.card.WxUserCardListResult;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walkthrough with a client that nobody here wrote. */
final class WxJavaTest {
  private final RawSandbox raw = RawSandbox.inMemory();
  private WxMpService weChat;
  private WxMpCardService cards;

  @BeforeEach
  void connect() {
    connect(false);
  }

  @AfterEach
  void close() {
    raw.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_seven_steps_end_with_a_redeemed_code(boolean stableToken) throws WxErrorException {
    connect(stableToken);
    assertThat(weChat.getAccessToken()).hasSizeGreaterThan(100);
    String logo =
        weChat.getMaterialService().mediaImgUpload(Path.of("samples/logo.png").toFile()).getUrl();
    assertThat(logo).startsWith(raw.sandbox.base().toString());

    String cardId = cards.createCard(groupon(logo)).getCardId();
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
    String cardId = cards.createCard(groupon("http://mmbiz.qpic.cn/mmbiz/x/0")).getCardId();

    assertThat(cards.getCardDetail(cardId)).contains("双人套餐", "#63b359", "锅底一份");
  }

  @Test
  void a_qr_code_may_be_for_one_code_and_one_person() throws WxErrorException {
    WxMpCardCreateRequest request = groupon("http://mmbiz.qpic.cn/mmbiz/x/0");
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
    WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
    config.setAppId("wx5a4db0c0000c0de1");
    config.setSecret("0123456789abcdef0123456789abcdef");
    config.useStableAccessToken(stableToken);
    String base = raw.sandbox.base().toString();
    config.setHostConfig(new WxMpHostConfig(base, base, base));
    weChat = new WxMpServiceImpl();
    weChat.setWxMpConfigStorage(config);
    cards = weChat.getCardService();
  }

  private static WxMpCardCreateRequest groupon(String logo) {
    DateInfo term = new DateInfo();
    term.setType("DATE_TYPE_FIX_TERM");
    term.setFixedTerm(15);
    term.setFixedBeginTerm(0);
    Sku sku = new Sku();
    sku.setQuantity(100);
    BaseInfo base = new BaseInfo();
    base.setLogoUrl(logo);
    base.setBrandName("火锅店");
    base.setCodeType("CODE_TYPE_TEXT");
    base.setTitle("双人套餐");
    base.setColor("Color010");
    base.setNotice("请出示二维码");
    base.setDescription("一行");
    base.setDateInfo(term);
    base.setSku(sku);
    base.setLocationIdList(List.of("123"));
    GrouponCard groupon = new GrouponCard();
    groupon.setBaseInfo(base);
    groupon.setDealDetail("锅底一份");
    GrouponCardCreateRequest card = new GrouponCardCreateRequest();
    card.setGroupon(groupon);
    WxMpCardCreateRequest request = new WxMpCardCreateRequest();
    request.setCardCreateRequest(card);
    return request;
  }
}
