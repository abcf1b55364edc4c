package io.github.wxcard.cli.stats;

import io.github.wxcard.cli.base.BodyField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One member card. */
@Command(
    name = "member-detail",
    description = "Show one member card, a line for each day.",
    footer = {
      "",
      "Columns: ref_date, view_cnt, view_user, receive_cnt, receive_user, verify_cnt, verify_user,",
      "active_cnt, active_user, total_user, total_receive_user, new_user, payOriginalFee, fee.",
      "",
      "The clock of a sandbox moves with `wxcard sandbox clock +1d`: what happened is yesterday's"
          + " then.",
      "",
      "Example:",
      "  wxcard stats member-detail --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class StatsMemberDetailCommand extends StatsReport {
  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The member card.")
  @BodyField("card_id")
  String cardId;

  StatsMemberDetailCommand() {
    super(
        "/datacube/getcardmembercarddetail",
        "ref_date",
        "view_cnt",
        "view_user",
        "receive_cnt",
        "receive_user",
        "verify_cnt",
        "verify_user",
        "active_cnt",
        "active_user",
        "total_user",
        "total_receive_user",
        "new_user",
        "payOriginalFee",
        "fee");
  }
}
