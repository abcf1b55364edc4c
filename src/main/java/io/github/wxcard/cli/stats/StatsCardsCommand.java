package io.github.wxcard.cli.stats;

import io.github.wxcard.cli.base.BodyField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Coupons one by one. */
@Command(
    name = "cards",
    description = "Show coupons one by one, a line for each coupon and day.",
    footer = {
      "",
      "Columns: ref_date, card_id, card_type, view_cnt, view_user, receive_cnt, receive_user,",
      "verify_cnt, verify_user, given_cnt, given_user, expire_cnt, expire_user.",
      "",
      "The clock of a sandbox moves with `wxcard sandbox clock +1d`: what happened is yesterday's"
          + " then.",
      "A day on which nothing happened has no line. --json shows is_pay, isfriendscard and",
      "verify_noself_cnt and _user as well. WeChat counts the five coupon types here, no tickets"
          + " and no member cards. In card_type 0 is",
      "a discount, 1 cash, 2 a gift, 3 a general coupon, 4 a groupon.",
      "",
      "Example:",
      "  wxcard stats cards --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class StatsCardsCommand extends StatsReportBySource {
  @Option(names = "--card-id", paramLabel = "ID", description = "This coupon alone.")
  @BodyField("card_id")
  String cardId;

  StatsCardsCommand() {
    super(
        "/datacube/getcardcardinfo",
        "ref_date",
        "card_id",
        "card_type",
        "view_cnt",
        "view_user",
        "receive_cnt",
        "receive_user",
        "verify_cnt",
        "verify_user",
        "given_cnt",
        "given_user",
        "expire_cnt",
        "expire_user");
  }
}
