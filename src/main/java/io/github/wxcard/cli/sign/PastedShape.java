package io.github.wxcard.cli.sign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the parameters of a page are called, and what people call them by mistake. */
enum PastedShape {
  CARD(
      "cardExt",
      "nonce_str",
      new Name("cardId", "card_id", "cardid"),
      new Name("code"),
      new Name("openid", "openId", "open_id"),
      new Name("timestamp", "timeStamp", "time_stamp"),
      new Name("nonce_str", "nonceStr", "noncestr", "nonce"),
      new Name("outer_str", "outerStr", "outerstr"),
      new Name("fixed_begintimestamp", "fixed_begin_timestamp", "fixedBeginTimestamp"),
      new Name("signature", "cardSign", "sign")),
  CHOOSE(
      "wx.chooseCard",
      "nonceStr",
      new Name("appId", "appid", "app_id"),
      new Name("shopId", "location_id", "locationId", "shop_id"),
      new Name("cardType", "card_type"),
      new Name("cardId", "card_id"),
      new Name("timestamp", "timeStamp"),
      new Name("nonceStr", "noncestr", "nonce_str", "nonce"),
      new Name("signType", "sign_type"),
      new Name("cardSign", "card_sign", "signature", "sign")),
  PAGE(
      "wx.config",
      "nonceStr",
      new Name("appId", "appid", "app_id"),
      new Name("timestamp", "timeStamp"),
      new Name("nonceStr", "noncestr", "nonce_str", "nonce"),
      new Name("signature", "sign"),
      new Name("url")),
  CALLBACK(
      "the request",
      "nonce",
      new Name("signature"),
      new Name("msg_signature"),
      new Name("timestamp"),
      new Name("nonce"),
      new Name("openid"),
      new Name("echostr"),
      new Name("Encrypt", "encrypt"));

  private final String shown;
  private final String nonce;
  private final List<Name> names;

  /** A name as the page must write it, and the wrong ones. */
  private record Name(String right, List<String> wrong) {
    Name(String right, String... wrong) {
      this(right, List.of(wrong));
    }
  }

  PastedShape(String shown, String nonce, Name... names) {
    this.shown = shown;
    this.nonce = nonce;
    this.names = List.of(names);
  }

  /** The verb of {@code sign} that makes such a signature. */
  String command() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What takes the parameters. */
  String shown() {
    return shown;
  }

  /** Under which name the nonce goes. */
  String nonce() {
    return nonce;
  }

  /** The right name for a wrong one; empty for a right one and for one that nobody knows. */
  Optional<String> meantBy(String name) {
    return names.stream().filter(each -> each.wrong().contains(name)).map(Name::right).findFirst();
  }
}
