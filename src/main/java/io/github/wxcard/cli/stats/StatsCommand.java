package io.github.wxcard.cli.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What happened to cards, day by day. */
@Command(
    name = "stats",
    description = "How often cards were seen, received, redeemed and so on, day by day.")
public final class StatsCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        StatsSummaryCommand.class,
        StatsCardsCommand.class,
        StatsMembersCommand.class,
        StatsMemberDetailCommand.class);
  }

  /** Figures of cards that were made in one of two ways, which WeChat counts apart. */
  abstract static class StatsReportBySource extends StatsQueryCommand {
    @Option(
        names = "--source",
        paramLabel = "api|console",
        description = "Cards made by API, which is the default, or those made in the console.")
    Source source = Source.API;

    StatsReportBySource(String path, String columns) {
      super(path, columns);
    }

    @Override
    final ObjectNode conditions() {
      return super.conditions().put("cond_source", source == Source.API ? 1 : 0);
    }

    enum Source {
      CONSOLE,
      API
    }
  }

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
  static final class StatsSummaryCommand extends StatsReportBySource {
    StatsSummaryCommand() {
      super(
          "/datacube/getcardbizuininfo",
          "ref_date view_cnt view_user receive_cnt receive_user verify_cnt verify_user "
              + "given_cnt given_user expire_cnt expire_user");
    }
  }

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
  static final class StatsCardsCommand extends StatsReportBySource {
    @Option(names = "--card-id", paramLabel = "ID", description = "This coupon alone.")
    @BodyField("card_id")
    String cardId;

    StatsCardsCommand() {
      super(
          "/datacube/getcardcardinfo",
          "ref_date card_id card_type view_cnt view_user receive_cnt receive_user "
              + "verify_cnt verify_user given_cnt given_user expire_cnt expire_user");
    }
  }

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
  static final class StatsMembersCommand extends StatsReportBySource {
    StatsMembersCommand() {
      super(
          "/datacube/getcardmembercardinfo",
          "ref_date view_cnt view_user receive_cnt receive_user verify_cnt verify_user "
              + "active_user total_user total_receive_user new_user");
    }
  }

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
  static final class StatsMemberDetailCommand extends StatsQueryCommand {
    @Option(
        names = "--card-id",
        required = true,
        paramLabel = "ID",
        description = "The member card.")
    @BodyField("card_id")
    String cardId;

    StatsMemberDetailCommand() {
      super(
          "/datacube/getcardmembercarddetail",
          "ref_date view_cnt view_user receive_cnt receive_user verify_cnt verify_user "
              + "active_cnt active_user total_user total_receive_user new_user payOriginalFee "
              + "fee");
    }
  }
}
