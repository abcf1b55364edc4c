package io.github.wxcard.sandbox.service.card;

import java.util.Map;
import java.util.Set;

/**
 * Which fields {@code /card/update} may change, and which of them send a card back to review. The
 * table of 2017 is followed where an older one differs: it says that a new logo needs no review.
 */
final class UpdatableFields {
  private static final String MEMBER_CARD = "MEMBER_CARD";

  private static final Set<String> BASE_REVIEWED = Set.of("title", "description", "notice");

  private static final Set<String> BASE =
      Set.of(
          "logo_url",
          "service_phone",
          "color",
          "location_id_list",
          "use_all_locations",
          "code_type",
          "get_limit",
          "can_share",
          "can_give_friend",
          "date_info",
          "need_push_on_view",
          "pay_info",
          "is_pay_and_qrcode",
          "url_name_type");

  /** Every field of the three entries, the names of their mini programs included. */
  private static final Set<String> BASE_PREFIXES = Set.of("center_", "custom_", "promotion_");

  private static final Set<String> MEMBER_REVIEWED =
      Set.of("supply_bonus", "supply_balance", "discount");

  /** Nothing is said of their review, so there is none. */
  private static final Map<String, Set<String>> TICKETS =
      Map.of(
          "BOARDING_PASS", Set.of("departure_time", "landing_time", "gate", "boarding_time"),
          "MEETING_TICKET", Set.of("map_url"),
          "SCENIC_TICKET", Set.of("guide_url"),
          "MOVIE_TICKET", Set.of("detail"));

  private UpdatableFields() {}

  static boolean inBase(String name) {
    return BASE.contains(name)
        || BASE_REVIEWED.contains(name)
        || BASE_PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** Whether a field beside {@code base_info} may change: any of a member card, few of others. */
  static boolean inCard(String type, String name) {
    return type.equals(MEMBER_CARD) || TICKETS.getOrDefault(type, Set.of()).contains(name);
  }

  /** A notice is reviewed too, but not that of a member card. */
  static boolean isReviewedInBase(String type, String name) {
    return BASE_REVIEWED.contains(name) && !(type.equals(MEMBER_CARD) && name.equals("notice"));
  }

  static boolean isReviewedInCard(String type, String name) {
    return type.equals(MEMBER_CARD) && MEMBER_REVIEWED.contains(name);
  }
}
