package io.github.wxcard.cli.stats;

import picocli.CommandLine.Command;

/** All member cards together. */
@Command(
    name = "members",
    description = "Show all member cards together, a line for each day.",
    footer = {
      "",
      "Columns: ref_date, view_cnt, view_user, receive_cnt, receive_user, verify_cnt, verify_user,",
      "active_user, total_user, total_receive_user, new_user. A day without any has its line,"
          + " too.",
      "",
      "The clock of a sandbox moves with `wxcard sandbox clock +1d`: what happened is yesterday's"
          + " then.",
      "",
      "Example:",
      "  wxcard stats members"
    })
final class StatsMembersCommand extends StatsReportBySource {
  StatsMembersCommand() {
    super(
        "/datacube/getcardmembercardinfo",
        "ref_date",
        "view_cnt",
        "view_user",
        "receive_cnt",
        "receive_user",
        "verify_cnt",
        "verify_user",
        "active_user",
        "total_user",
        "total_receive_user",
        "new_user");
  }
}
