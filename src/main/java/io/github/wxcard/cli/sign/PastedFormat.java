package io.github.wxcard.cli.sign;

import io.github.wxcard.text.SpellingSuggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the parameters of a page are called, and what people call them by mistake. */
enum PastedFormat {
  CARD(
      "cardExt",
      "nonce_str",
      "signature",
      "timestamp signature cardId",
      """
      cardId card_id cardid
      code card_code cardCode
      openid openId open_id
      timestamp timeStamp time_stamp
      nonce_str nonceStr noncestr nonce
      outer_str outerStr outerstr
      fixed_begintimestamp fixed_begin_timestamp fixedBeginTimestamp
      signature cardSign sign
      """),
  CHOOSE(
      "wx.chooseCard",
      "nonceStr",
      "cardSign",
      "timestamp cardSign signType",
      """
      appId appid app_id
      shopId location_id locationId shop_id
      cardType card_type
      cardId card_id
      timestamp timeStamp
      nonceStr noncestr nonce_str nonce
      signType sign_type
      cardSign card_sign signature sign
      """),
  PAGE(
      "wx.config",
      "nonceStr",
      "signature",
      "timestamp signature appId jsApiList",
      """
      appId appid app_id
      timestamp timeStamp
      nonceStr noncestr nonce_str nonce
      signature sign
      jsApiList jsapilist jsApilist jsapiList apiList js_api_list
      """),
  CALLBACK("the request", "nonce", "signature", "", "Encrypt encrypt");

  private final String shown;
  private final String nonce;
  private final String digest;
  private final String required;

  /** A line for each name that is mistaken: as it must be, and then the wrong ones. */
  private final String names;

  PastedFormat(String shown, String nonce, String digest, String required, String names) {
    this.shown = shown;
    this.nonce = nonce;
    this.digest = digest;
    this.required = required;
    this.names = names;
  }

  /** The verb of {@code sign} that makes such a signature. */
  String command() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What takes the parameters. */
  String shown() {
    return shown;
  }

  /** What reads a value: a card's text, or what stands around it. */
  String reader(String name) {
    return this == CARD && List.of("cardId", "cardExt", "cardList").contains(name)
        ? "wx.addCard"
        : shown;
  }

  /** Under which name the nonce goes. */
  String nonce() {
    return nonce;
  }

  /** Under which name the digest goes. */
  String digest() {
    return digest;
  }

  /** What is of no use under another name, whatever was signed. */
  List<String> required() {
    return required.isEmpty() ? List.of() : List.of(required.split(" ", -1));
  }

  /** The right name for a wrong one; empty for a right one and for one that nobody knows. */
  Optional<String> meantBy(String name) {
    List<List<String>> lines = names.lines().map(line -> List.of(line.split(" ", -1))).toList();
    List<String> right = lines.stream().map(line -> line.get(0)).toList();
    if (right.contains(name)) {
      return Optional.empty();
    }
    Optional<String> known =
        lines.stream().filter(line -> line.contains(name)).map(line -> line.get(0)).findFirst();
    return known.isPresent() || this == CALLBACK
        ? known
        : SpellingSuggestion.nearest(name, right, name.length() < 6 ? 0 : 2);
  }
}
