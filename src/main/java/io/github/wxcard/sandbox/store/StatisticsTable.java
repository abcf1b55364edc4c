package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What happened, counted by the days of Beijing. A row's columns are the keys of an item. */
public record StatisticsTable(Sql sql) {
  /** The documents that tell of redeemed codes which stayed as they were. */
  public static final String REDEMPTION = "redemption";

  /** Happenings with their day; the days of Beijing are counted from 1970 on. */
  private static final String DATED =
      """
      (SELECT *, (at + 28800) / 86400 AS day FROM (
        SELECT kind, at, card_id, openid FROM happening
        UNION ALL
        SELECT 'verify', created, body ->> 'card_id', body ->> 'openid' FROM document
        WHERE kind = '%s') JOIN card ON card.id = card_id)
      """
          .formatted(REDEMPTION);

  /** Every day from the second ?1 to before the second ?2; none for an account without cards. */
  private static final String EVERY_DAY =
      """
      WITH RECURSIVE calendar (day) AS (
        SELECT (?1 + 28800) / 86400 WHERE EXISTS (SELECT 1 FROM card)
        UNION ALL SELECT day + 1 FROM calendar WHERE day + 1 < (?2 + 28800) / 86400)
      """;

  /** The first second after a day. */
  private static final String END = "((day + 1) * 86400 - 28800)";

  private static final String DATE = "date(day * 86400, 'unixepoch') AS ref_date";

  private static final String OF_COUPONS = counted("view", "receive", "verify", "given", "expire");

  /** What friends' coupons counted, which are no more. */
  private static final String OF_FRIENDS =
      none("view_friends") + none("receive_friends") + none("verify_friends");

  private static final String OVERVIEW =
      """
      %s SELECT %s %s %s
      FROM calendar LEFT JOIN
        (SELECT * FROM %s WHERE kind <> 'active' AND at >= ?1 AND at < ?2) USING (day)
      GROUP BY day ORDER BY day
      """
          .formatted(EVERY_DAY, DATE, OF_COUPONS, OF_FRIENDS, DATED);

  private static final String COUPONS =
      """
      SELECT %s, card_id, CASE type WHEN 'DISCOUNT' THEN 0 WHEN 'CASH' THEN 1 WHEN 'GIFT' THEN 2
        WHEN 'GENERAL_COUPON' THEN 3 WHEN 'GROUPON' THEN 4 END AS card_type, 0 AS is_pay
        %s %s, 0 AS isfriendscard FROM %s
      WHERE card_type IS NOT NULL AND kind <> 'active' AND at >= ? AND at < ?
        AND card_id = coalesce(?, card_id)
      GROUP BY day, card_id ORDER BY day, card_id
      """
          .formatted(DATE, OF_COUPONS, none("verify_noself"), DATED);

  private static final String TOTALS =
      """
      , (SELECT count(DISTINCT openid) FROM membership JOIN card ON card.id = card_id
         WHERE %1$s AND since < %2$s AND until >= %2$s) AS total_user
      , (SELECT count(DISTINCT openid) FROM happening JOIN card ON card.id = card_id
         WHERE %1$s AND kind = 'receive' AND at < %2$s) AS total_receive_user
      , (SELECT count(*) FROM
          (SELECT min(at) AS first FROM happening JOIN card ON card.id = card_id
           WHERE %1$s AND kind = 'receive' GROUP BY openid)
         WHERE first < %2$s AND first >= %2$s - 86400) AS new_user
      """;

  private static final String OF_MEMBERS = "kind IN ('view', 'receive', 'verify', 'active')";
  private static final String ANY_MEMBER_CARD = "type = 'MEMBER_CARD'";
  private static final String ONE_MEMBER_CARD = "type = 'MEMBER_CARD' AND card_id = ?1";

  private static final String MEMBER_CARDS =
      """
      %s SELECT %s %s, %s %s %s
      FROM calendar LEFT JOIN
        (SELECT * FROM %s WHERE %s AND %s AND at >= ?1 AND at < ?2) USING (day)
      GROUP BY day ORDER BY day
      """
          .formatted(
              EVERY_DAY,
              DATE,
              counted("view", "receive"),
              users("active"),
              counted("verify"),
              TOTALS.formatted(ANY_MEMBER_CARD, END),
              DATED,
              ANY_MEMBER_CARD,
              OF_MEMBERS);

  private static final String MEMBER_CARD =
      """
      SELECT %s, 0 AS merchanttype, card_id AS cardid, 0 AS submerchantid %s %s
      , 0 AS payOriginalFee, 0 AS fee
      FROM %s WHERE %s AND %s AND at >= ?2 AND at < ?3
      GROUP BY day ORDER BY day
      """
          .formatted(
              DATE,
              counted("view", "receive", "verify", "active"),
              TOTALS.formatted(ONE_MEMBER_CARD, END),
              DATED,
              ONE_MEMBER_CARD,
              OF_MEMBERS);

  /** All cards together, an item a day. */
  public List<ObjectNode> overview(long from, long to) {
    return sql.all(StatisticsTable::item, OVERVIEW, from, to);
  }

  /**
   * Coupons, an item a card and day on which something happened; those of one card unless its id is
   * null.
   */
  public List<ObjectNode> coupons(long from, long to, String cardId) {
    return sql.all(StatisticsTable::item, COUPONS, from, to, cardId);
  }

  /** Member cards together, an item a day. */
  public List<ObjectNode> memberCards(long from, long to) {
    return sql.all(StatisticsTable::item, MEMBER_CARDS, from, to);
  }

  /** One member card, an item a day on which something happened. */
  public List<ObjectNode> memberCard(long from, long to, String cardId) {
    return sql.all(StatisticsTable::item, MEMBER_CARD, cardId, from, to);
  }

  /** How often something was done, and by how many. */
  private static String counted(String... kinds) {
    return Arrays.stream(kinds)
        .map(
            kind ->
                ", count(*) FILTER (WHERE kind = '%1$s') AS %1$s_cnt, ".formatted(kind)
                    + users(kind))
        .collect(Collectors.joining());
  }

  /** What never happens here. */
  private static String none(String kind) {
    return ", 0 AS %1$s_cnt, 0 AS %1$s_user".formatted(kind);
  }

  private static String users(String kind) {
    return "count(DISTINCT openid) FILTER (WHERE kind = '%1$s') AS %1$s_user".formatted(kind);
  }

  private static ObjectNode item(Row row) throws SQLException {
    ResultSet result = row.result();
    ResultSetMetaData columns = result.getMetaData();
    ObjectNode item = Json.object();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (result.getObject(i) instanceof Number number) {
        item.put(columns.getColumnLabel(i), number.longValue());
      } else {
        item.put(columns.getColumnLabel(i), result.getString(i));
      }
    }
    return item;
  }
}
