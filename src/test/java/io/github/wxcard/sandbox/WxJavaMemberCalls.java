package io.github.wxcard.sandbox;

import static io.github.wxcard.sandbox.WxJava.cardId;
import static io.github.wxcard.sandbox.WxJava.code;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.bean.card.BaseInfoUpdate;
import me.chanjar.weixin.mp.bean.card.CardUpdateResult;
import me.chanjar.weixin.mp.bean.card.WxMpCardCreateResult;
import me.chanjar.weixin.mp.bean.card.membercard.MemberCardUpdate;
import me.chanjar.weixin.mp.bean.card.membercard.MemberCardUpdateRequest;
import me.chanjar.weixin.mp.bean.card.membercard.WxMpMemberCardActivatedMessage;
import me.chanjar.weixin.mp.bean.card.membercard.WxMpMemberCardCreateMessage;
import me.chanjar.weixin.mp.bean.card.membercard.WxMpMemberCardUpdateMessage;
import me.chanjar.weixin.mp.bean.card.membercard.WxMpMemberCardUpdateResult;
import me.chanjar.weixin.mp.bean.card.membercard.WxMpMemberCardUserInfoResult;

/** A scenario for each method of WxJava's member-card service that is about cards and members. */
final class WxJavaMemberCalls {
  static final Map<String, WxJava.Scenario> SCENARIOS =
      Map.ofEntries(
          entry("getWxMpService()", WxJavaMemberCalls::service),
          entry("createMemberCard(String)", WxJavaMemberCalls::createFromText),
          entry("createMemberCard(WxMpMemberCardCreateMessage)", WxJavaMemberCalls::create),
          entry("activateMemberCard(WxMpMemberCardActivatedMessage)", WxJavaMemberCalls::activate),
          entry("getUserInfo(String, String)", WxJavaMemberCalls::userInfo),
          entry("updateUserMemberCard(WxMpMemberCardUpdateMessage)", WxJavaMemberCalls::update),
          entry("updateCardInfo(MemberCardUpdateRequest)", WxJavaMemberCalls::updateCard));

  /** WxJava itself insists on shops. */
  private static final String CARD = Members.card("/base_info/use_all_locations=true");

  private static final String PHONE =
      "'required_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_MOBILE']}";

  private WxJavaMemberCalls() {}

  private static void service(WxJava wx) {
    assertThat(wx.members.getWxMpService()).isSameAs(wx.weChat);
  }

  private static void createFromText(WxJava wx) throws WxErrorException {
    WxMpCardCreateResult made = wx.members.createMemberCard(CARD);
    assertThat(wx.cards.getCardDetail(made.getCardId())).contains("MEMBER_CARD", "山海会员卡");
  }

  private static void create(WxJava wx) throws WxErrorException {
    WxMpCardCreateResult made =
        wx.members.createMemberCard(WxMpMemberCardCreateMessage.fromJson(CARD));
    assertThat(wx.cards.getCardDetail(made.getCardId())).contains("MEMBER_CARD", "山海会员卡");
  }

  private static void activate(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Members.card("/supply_balance=true"), "a");
    WxMpMemberCardActivatedMessage message = new WxMpMemberCardActivatedMessage();
    message.setMembershipNumber("NO-1");
    message.setCardId(cardId(claim));
    message.setCode(code(claim));
    message.setInitBonus(100);
    message.setInitBonusRecord("新会员");
    message.setInitBalance(500.0);
    message.setInitCustomFieldValue1("白银");

    assertThat(wx.members.activateMemberCard(message)).contains("\"errcode\":0");

    JsonNode info = new Members(wx.raw).info(claim);
    assertThat(info.path("membership_number").asText()).isEqualTo("NO-1");
    assertThat(info.path("bonus").asInt()).isEqualTo(100);
    assertThat(info.path("balance").asInt()).isEqualTo(500);
  }

  private static void userInfo(WxJava wx) throws WxErrorException {
    Members members = new Members(wx.raw);
    JsonNode claim = members.withForm(PHONE);
    members.activate(claim, "a", "'mobile': '13800000000'");

    WxMpMemberCardUserInfoResult info = wx.members.getUserInfo(cardId(claim), code(claim));

    assertThat(info.getOpenId()).isEqualTo(claim.path("openid").asText());
    assertThat(info.getNickname()).isEqualTo("a");
    assertThat(info.getMembershipNumber()).isEqualTo(code(claim));
    assertThat(info.getHasActive()).isTrue();
    assertThat(info.getUserCardStatus()).isEqualTo("NORMAL");
    assertThat(info.getUserInfo().getCommonFieldList())
        .singleElement()
        .returns("13800000000", field -> field.getValue());
  }

  private static void update(WxJava wx) throws WxErrorException {
    JsonNode claim = new Members(wx.raw).withBonus(100, "/supply_balance=true");
    WxMpMemberCardUpdateMessage message = new WxMpMemberCardUpdateMessage();
    message.setCardId(cardId(claim));
    message.setCode(code(claim));
    message.setAddBonus(-30);
    message.setRecordBonus("换咖啡");
    message.setAddBalance(250.0);
    message.setCustomFieldValue1("黄金");

    WxMpMemberCardUpdateResult changed = wx.members.updateUserMemberCard(message);

    assertThat(changed.getOpenId()).isEqualTo(claim.path("openid").asText());
    assertThat(changed.getResultBonus()).isEqualTo(70);
    assertThat(changed.getResultBalance()).isEqualTo(250.0);
  }

  private static void updateCard(WxJava wx) throws WxErrorException {
    String cardId = wx.raw.create(Members.card());
    BaseInfoUpdate base = new BaseInfoUpdate();
    base.setTitle("山海新会员卡");
    MemberCardUpdate change = new MemberCardUpdate();
    change.setBaseInfo(base);
    change.setBonusRules("一元一分");
    MemberCardUpdateRequest request = new MemberCardUpdateRequest();
    request.setCardId(cardId);
    request.setMemberCardUpdate(change);

    CardUpdateResult changed = wx.members.updateCardInfo(request);

    assertThat(changed.isSendCheck()).isTrue();
    assertThat(wx.cards.getCardDetail(cardId)).contains("山海新会员卡", "一元一分");
  }
}
