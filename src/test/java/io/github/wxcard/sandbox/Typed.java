package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.util.Locale;
import java.util.function.Consumer;

/** The published samples of definitions, by type. */
final class Typed {
  private Typed() {}

  /** A coupon of a type, such as {@code GENERAL_COUPON}. */
  static String coupon(String type) {
    String file = type.toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    return Json.write(Samples.read(file).tree());
  }

  static String memberCard() {
    return memberCard(base -> {});
  }

  /** A member card with changes to its {@code base_info}. */
  static String memberCard(Consumer<ObjectNode> change) {
    ObjectNode tree = (ObjectNode) Samples.read("member-card.json").tree();
    change.accept((ObjectNode) tree.at("/card/member_card/base_info"));
    return Json.write(tree);
  }
}
