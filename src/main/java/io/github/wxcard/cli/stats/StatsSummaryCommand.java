package io.github.wxcard.cli.stats;

import picocli.CommandLine.Command;

/** All cards together. */
@Command(
    name = "summary",
    description = "Show all cards together, a line for each day.",
    footer = {
      "",
      "On a terminal totals stand below counts only: whoever came on two days is one user.",
      "",
      "Columns: ref_date, view_cnt, view_user, receive_cnt, receive_user, verify_cnt, verify_user,",
      "given_cnt, given_user, expire_cnt, expire_user. With --json also what friends' coupons"
          + " counted.",
      "A day on which nothing happened has its line, too.",
      "",
      "The clock of a sandbox moves with `wxcard sandbox clock +1d`: what happened is yesterday's"
          + " then.",
      "",
      "Examples:",
      "  wxcard stats summary",
      "  wxcard stats summary --from 2026-01-01 --to 2026-02-28 --json"
    })
final class StatsSummaryCommand extends StatsReportBySource {
  StatsSummaryCommand() {
    super(
        "/datacube/getcardbizuininfo",
        "ref_date",
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
