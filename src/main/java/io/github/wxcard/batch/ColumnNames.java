package io.github.wxcard.batch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people call the columns of codes and of card ids, in English and in Chinese. */
final class ColumnNames {
  /** How well a name says that a column has the codes; the first one is the best. */
  enum Fit {
    EXACT,
    CODE,
    NUMBER,
    NONE
  }

  private static final String ENGLISH =
      "(?:(?:wx|wechat|e|user|custom|merchant|unique|member(?:ship)?|gift|discount|promo(?:tion(?:al)?)?"
          + "|redeem|redemption|redeemable|exchange|claim|consume|verification|coupons?|vouchers?"
          + "|cards?|tickets?|pass|cash|bar)*)";

  private static final String CHINESE =
      "(?:微信|电子|自定义|商户|商家|优惠|折扣|代金|兑换|礼品|团购|提货|取票|取货|消费|现金|抵用|满减|核销|促销|会员|储值|购物|积分|实体"
          + "|门票|电影票|礼|卡|券|票)*";

  private static final Pattern CODES =
      Pattern.compile(
          ENGLISH + "codes?(?:values?|no|number|string)?|" + CHINESE + "(?:编|串)?(?:code)?码?");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?:coupon|voucher|card|ticket|gift|membercard|usercard)+(?:id|no|nos|num|number|numbers|sn|serial)"
              + "|(?:coupon|voucher|card)?serial(?:s|no|num|number|numbers|code)?|sn|coupons?|vouchers?"
              + "|"
              + CHINESE
              + "序列号码?|"
              + CHINESE
              + "(?:卡|券|票)(?:编|串|流水)?号码?");

  private static final Set<String> CARD_IDS =
      words("cardid cardids wxcardid wechatcardid 卡券id 卡id 券id 卡券cardid 优惠券id 会员卡id 卡券模板id 模板id");

  /** Of columns that stand beside codes, and never hold them. */
  private static final Set<String> OTHERS =
      words(
          "name phone mobile email openid unionid user username status state date time amount value"
              + " price number no num id index title type note notes remark remarks description"
              + " quantity count batch"
              + " 序号 编号 姓名 名称 手机 手机号 手机号码 电话 状态 日期 时间 金额 价格 数量 备注 说明 标题 类型 批次 用户 门店");

  private static final Set<String> COLUMNS = words("column field 列 字段");

  private static final String TRADITIONAL = "碼號編優兌換禮會員儲電團購門銷實體現積種滿減稱機話狀態時間額價數備註說標題類戶";
  private static final String SIMPLIFIED = "码号编优兑换礼会员储电团购门销实体现积种满减称机话状态时间额价数备注说标题类户";

  private ColumnNames() {}

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /** How likely a column of this name has the codes. */
  static Fit code(String name) {
    String plain = plain(name);
    if (plain.equals("code")) {
      return Fit.EXACT;
    }
    if (plain.isEmpty() || isCardId(name)) {
      return Fit.NONE;
    }
    if (CODES.matcher(plain).matches() && (plain.contains("code") || plain.endsWith("码"))) {
      return Fit.CODE;
    }
    return NUMBERS.matcher(plain).matches() ? Fit.NUMBER : Fit.NONE;
  }

  /** Whether a column of this name has codes without a doubt. */
  static boolean isOfCodes(String name) {
    Fit fit = code(name);
    return fit == Fit.EXACT || fit == Fit.CODE;
  }

  static boolean isCardId(String name) {
    return CARD_IDS.contains(plain(name));
  }

  /** Whether it is the name of any column that one meets in such files. */
  static boolean isKnown(String name) {
    return code(name) != Fit.NONE || isCardId(name) || OTHERS.contains(plain(name));
  }

  /** Whether it is what a program calls one of several columns, such as Column1 or code2. */
  static boolean isNumbered(String name) {
    String plain = plain(name);
    String word = plain.replaceAll("[0-9]{1,2}$", "");
    return !word.equals(plain) && (isKnown(word) || COLUMNS.contains(word));
  }

  /** Without what differs from file to file: case, blanks, signs, remarks in brackets. */
  private static String plain(String name) {
    String simple =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("(?<=.)[(\\[【].*", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "");
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < simple.length(); i++) {
      int at = TRADITIONAL.indexOf(simple.charAt(i));
      plain.append(at < 0 ? simple.charAt(i) : SIMPLIFIED.charAt(at));
    }
    return plain.toString();
  }
}
