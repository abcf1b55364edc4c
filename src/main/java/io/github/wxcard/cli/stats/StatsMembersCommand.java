package io.github.wxcard.cli.stats;

import picocli.CommandLine.Command;

/** All member cards together. */
@Command(
    name = "members",
    description = "Show all member cards together, a line for each day.",
    footer = {"", "Example:", "  wxcard stats members"})
final class StatsMembersCommand extends SourcedReport {
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
        "total_receive_user");
  }
}
