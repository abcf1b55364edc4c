package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bodies as WeChat's documentation shows them, with the peculiar values that it has. */
final class DocumentationSamplesTest {
  private static final String ADVANCED =
      """
      {"use_condition": {
         "accept_category": "鞋类", "reject_category": "阿迪达斯", "can_use_with_other_discount": true},
       "abstract": {
         "abstract": "微信餐厅推出多种新季菜品，期待您的光临",
         "icon_url_list": ["http://mmbiz.qpic.cn/mmbiz/p98FjXy8LacgHxp3sJ3vn97bGLz0ib0Sfz1bjiaoOYA027i/0"]},
       "text_image_list": [
         {"image_url": "http://mmbiz.qpic.cn/mmbiz/p98FjXy8LacgHxp3sJ3vn97bGLz0ib0Sfz1bjiaoOYA027i/0",
          "text": "此菜品精选食材，以独特的烹饪方法，最大程度地刺激食客的味蕾"}],
       "time_limit": [
         {"type": "MONDAY", "begin_hour": 0, "end_hour": 10, "begin_minute": 10, "end_minute": 59},
         {"type": "HOLIDAY"}],
       "business_service": ["BIZ_SERVICE_FREE_WIFI", "BIZ_SERVICE_WITH_PET",
         "BIZ_SERVICE_FREE_PARK", "BIZ_SERVICE_DELIVER"]}
      """;

  private static final String GROUPON =
      """
      {"card": {"card_type": "GROUPON", "groupon": {
        "base_info": {
          "logo_url": "http://mmbiz.qpic.cn/mmbiz/iaL1LJM1mF9aRKPZJkmG8xXhiaHqkKSVMMWeN3hLut7X7h/0",
          "brand_name": "微信餐厅", "code_type": "CODE_TYPE_TEXT", "title": "132元双人火锅",
          "color": "Color010", "notice": "使用时向服务员出示此券", "service_phone": "020-88888888",
          "description": "不可与其他优惠同享\\n如需团购券发票，请在消费时向商户提出",
          "date_info": {"type": "DATE_TYPE_FIX_TIME_RANGE",
            "begin_timestamp": 1800000000, "end_timestamp": 1900000000},
          "sku": {"quantity": 500000}, "use_limit": 100, "get_limit": 3, "use_custom_code": false,
          "bind_openid": false, "can_share": true, "can_give_friend": true,
          "location_id_list": [123, 12321, 345345],
          "center_title": "顶部居中按钮", "center_sub_title": "按钮下方的文字",
          "center_url": "www.qq.com",
          "custom_url_name": "立即使用", "custom_url": "http://www.qq.com",
          "custom_url_sub_title": "6个汉字tips",
          "promotion_url_name": "更多优惠", "promotion_url": "http://www.qq.com",
          "source": "大众点评"},
        "advanced_info": %s,
        "deal_detail": "以下锅底2选1（有菌王锅、麻辣锅）"}}}
      """
          .formatted(ADVANCED);

  private static final String MEMBER_CARD =
      """
      {"card": {"card_type": "MEMBER_CARD", "member_card": {
        "background_pic_url": "https://mmbiz.qlogo.cn/mmbiz/",
        "base_info": {
          "logo_url": "http://mmbiz.qpic.cn/mmbiz/iaL1LJM1mF9aRKPZ/0", "brand_name": "海底捞",
          "code_type": "CODE_TYPE_TEXT", "title": "海底捞会员卡", "color": "Color010",
          "notice": "使用时向服务员出示此券", "service_phone": "020-88888888",
          "description": "不可与其他优惠同享", "date_info": {"type": "DATE_TYPE_PERMANENT"},
          "sku": {"quantity": 50000000}, "get_limit": 3, "use_custom_code": false,
          "can_give_friend": true, "location_id_list": [123, 12321],
          "custom_url_name": "立即使用", "custom_url": "http://weixin.qq.com",
          "custom_url_sub_title": "6个汉字tips",
          "promotion_url_name": "营销入口1", "promotion_url": "http://www.qq.com",
          "pay_info": {"swipe_card": {"is_swipe_card": true}}, "is_pay_and_qrcode": true,
          "need_push_on_view": true},
        "advanced_info": %s,
        "supply_bonus": true, "supply_balance": false, "prerogative": "test_prerogative",
        "auto_activate": true,
        "custom_field1": {"name_type": "FIELD_NAME_TYPE_LEVEL", "url": "http://www.qq.com"},
        "activate_url": "http://www.qq.com",
        "custom_cell1": {"name": "使用入口2", "tips": "激活后显示", "url": "http://www.qq.com"},
        "bonus_rule": {"cost_money_unit": 100, "increase_bonus": 1, "max_increase_bonus": 200,
          "init_increase_bonus": 10, "cost_bonus_unit": 5, "reduce_money": 100,
          "least_money_to_use_bonus": 1000, "max_reduce_bonus": 50},
        "discount": 10}}}
      """
          .formatted(ADVANCED);

  /** But for supply_bonus, which the documentation forgets. */
  private static final String GENERAL_CARD =
      """
      {"card": {"card_type": "GENERAL_CARD", "general_card": {
        "sub_card_type": "GIFT_CARD",
        "background_pic_url": "http://mmbiz.qpic.cn/mmbiz_png/p98FjXy8LafBOYpZ/0",
        "base_info": {
          "giftcard_info": {"price": 1}, "max_give_friend_times": 4,
          "logo_url": "http://mmbiz.qpic.cn/mmbiz_jpg/p98FjXy8LafBOYpZ/0", "brand_name": "微信礼品卡",
          "code_type": "CODE_TYPE_BARCODE", "title": "微信测试礼品卡", "color": "Color020",
          "notice": "使用时向服务员出示此券", "service_phone": "020-88888888",
          "description": "不可与其他优惠同享", "date_info": {"type": "DATE_TYPE_PERMANENT"},
          "sku": {"quantity": 0}, "get_limit": 0, "use_custom_code": false,
          "can_give_friend": true, "can_share": true,
          "center_title": "顶部居中按钮", "center_url": "http://www.qq.com",
          "promotion_url_name": "更多优惠", "promotion_url": "http://www.qq.com"},
        "supply_bonus": false, "supply_balance": false, "init_balance": 100,
        "auto_activate": true, "prerogative": "特权说明",
        "custom_field1": {"name": "等级", "url": "http://www.qq.com"},
        "custom_cell1": {"name": "使用入口2", "tips": "激活后显示", "url": "http://www.qq.com"}}}}
      """;

  @Injected private RawSandbox raw;

  @Test
  void cards_are_created_in_a_strict_sandbox_too_but_for_web_pages_on_coupons() {
    raw.create(GROUPON);
    raw.create(MEMBER_CARD);
    raw.create(GENERAL_CARD);
    try (RawSandbox strict = RawSandbox.inMemory(new AccountPolicy(true, Set.of(), false))) {
      assertThat(strict.errcode("/card/create", GROUPON)).isEqualTo(73211);
      strict.create(GROUPON.replaceAll("\"[a-z]+_url\": \"(http://)?www.qq.com\",", ""));
      strict.create(MEMBER_CARD);
      strict.create(GENERAL_CARD);
    }
  }

  @Test
  void a_member_is_activated_and_changed() {
    JsonNode claim =
        raw.claimed(
            Members.card("/supply_balance=true", "/wx_activate=false", "/activate_url=a.cn"), "a");
    raw.done(
        "/card/membercard/activate",
        with(
            claim,
            """
            {"init_bonus": 100, "init_bonus_record": "旧积分同步", "init_balance": 200,
             "membership_number": "AAA00000001", "init_custom_field_value1": "xxxxx",
             "background_pic_url": "https://mmbiz.qlogo.cn/mmbiz/0?wx_fmt=jpeg"}
            """));
    raw.done(
        "/card/membercard/updateuser",
        with(
            claim,
            """
            {"background_pic_url": "https://mmbiz.qlogo.cn/mmbiz/0?wx_fmt=jpeg",
             "record_bonus": "消费30元，获得3积分", "bonus": 3000, "balance": 3000,
             "record_balance": "购买焦糖玛琪朵一杯，扣除金额30元。",
             "custom_field_value1": "xxxxx", "custom_field_value2": "xxxxx",
             "notify_optional": {"is_notify_bonus": true, "is_notify_balance": true,
               "is_notify_custom_field1": true}}
            """));
  }

  @Test
  void a_form_is_set() {
    ObjectNode form =
        (ObjectNode)
            Definitions.json(
                """
                {"service_statement": {"name": "会员守则", "url": "https://www.qq.com"},
                 "bind_old_card": {"name": "老会员绑定", "url": "https://www.qq.com"},
                 "required_form": {"can_modify": false,
                   "rich_field_list": [
                     {"type": "FORM_FIELD_RADIO", "name": "兴趣", "values": ["钢琴", "舞蹈", "足球"]},
                     {"type": "FORM_FIELD_SELECT", "name": "喜好", "values": ["郭敬明", "韩寒"]},
                     {"type": "FORM_FIELD_CHECK_BOX", "name": "职业", "values": ["赛车手", "旅行家"]}],
                   "common_field_id_list": ["USER_FORM_INFO_FLAG_MOBILE"]},
                 "optional_form": {"can_modify": false,
                   "common_field_id_list": ["USER_FORM_INFO_FLAG_LOCATION"],
                   "custom_field_list": ["喜欢的电影"]}}
                """);
    form.put("card_id", raw.create(Members.card()));
    raw.done("/card/membercard/activateuserform/set", Json.write(form));
  }

  private static String with(JsonNode claim, String more) {
    return Json.write(Members.named(claim).setAll((ObjectNode) Definitions.json(more)));
  }
}
