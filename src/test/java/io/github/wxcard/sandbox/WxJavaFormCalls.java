package io.github.wxcard.sandbox;

import static io.github.wxcard.sandbox.WxJava.cardId;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.bean.card.enums.CardRichFieldType;
import me.chanjar.weixin.mp.bean.card.enums.CardWechatFieldType;
import me.chanjar.weixin.mp.bean.card.membercard.ActivatePluginParam;
import me.chanjar.weixin.mp.bean.card.membercard.MemberCardActivateUserFormRequest;
import me.chanjar.weixin.mp.bean.card.membercard.MemberCardUserForm;
import me.chanjar.weixin.mp.bean.card.membercard.MemberCardUserFormRichField;

/** A scenario for each method of WxJava's member-card service that is about forms. */
final class WxJavaFormCalls {
  static final Map<String, WxJava.Scenario> SCENARIOS =
      Map.ofEntries(
          entry("setActivateUserForm(MemberCardActivateUserFormRequest)", WxJavaFormCalls::form),
          entry("getActivatePluginParam(String, String)", WxJavaFormCalls::pluginParameters),
          entry("getActivatePluginUrl(String, String)", WxJavaFormCalls::pluginUrl),
          entry("getActivateTempInfo(String)", WxJavaFormCalls::tempInfo));

  private static final String PHONE =
      "'required_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_MOBILE']}";

  private WxJavaFormCalls() {}

  private static void form(WxJava wx) throws WxErrorException {
    JsonNode claim = wx.raw.claimed(Members.card(), "a");
    MemberCardUserForm required = new MemberCardUserForm();
    required.addWechatField(CardWechatFieldType.USER_FORM_INFO_FLAG_MOBILE);
    MemberCardUserFormRichField city = new MemberCardUserFormRichField();
    city.setType(CardRichFieldType.FORM_FIELD_RADIO);
    city.setName("城市");
    city.add("广州");
    city.add("深圳");
    MemberCardUserForm optional = new MemberCardUserForm();
    optional.setCanModify(true);
    optional.addRichField(city);
    optional.addCustomField("口味");
    MemberCardActivateUserFormRequest request = new MemberCardActivateUserFormRequest();
    request.setCardId(cardId(claim));
    request.setServiceStatement("会员守则", "https://example.com/rules");
    request.setBindOldCard("老会员", "https://example.com/old");
    request.setRequiredForm(required);
    request.setOptionalForm(optional);

    assertThat(wx.members.setActivateUserForm(request).isSuccess()).isTrue();

    Members members = new Members(wx.raw);
    members.activate(claim, "a", "'mobile': '13800000000'", "'城市': '深圳'", "'口味': '辣'");
    assertThat(members.info(claim).path("has_active").asBoolean()).isTrue();
  }

  private static void pluginParameters(WxJava wx) throws WxErrorException {
    String cardId = wx.raw.create(Members.card());
    ActivatePluginParam parameters = wx.members.getActivatePluginParam(cardId, "12b");
    assertThat(parameters.getOuterStr()).isEqualTo("12b");
    assertThat(parameters.getEncryptCardId()).isNotEmpty();
    assertThat(parameters.getBiz()).isNotEmpty();
  }

  private static void pluginUrl(WxJava wx) throws WxErrorException {
    String cardId = wx.raw.create(Members.card());
    String url = wx.members.getActivatePluginUrl(cardId, "12b");
    assertThat(parameter(url, "outer_str")).isEqualTo("12b");
    assertThat(wx.raw.send(url, builder -> builder.GET()).statusCode()).isEqualTo(200);
  }

  private static void tempInfo(WxJava wx) throws WxErrorException {
    Members members = new Members(wx.raw);
    JsonNode claim =
        members.withForm(
            PHONE,
            "/wx_activate_after_submit=true",
            "/wx_activate_after_submit_url=https://example.com/join");
    String page = members.activate(claim, "a", "'mobile': '13800000000'").path("url").asText();

    String ticket = parameter(page, "activate_ticket");

    assertThat(wx.members.getActivateTempInfo(ticket).getUserInfo().getCommonFieldList())
        .singleElement()
        .returns("USER_FORM_INFO_FLAG_MOBILE", field -> field.getName())
        .returns("13800000000", field -> field.getValue());
  }

  private static String parameter(String url, String name) {
    return Arrays.stream(URI.create(url).getRawQuery().split("&", -1))
        .filter(each -> each.startsWith(name + "="))
        .map(each -> each.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
