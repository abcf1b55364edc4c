-- What version 3 added: member cards are redeemed time and again.

CREATE TABLE redemption (
  at INTEGER NOT NULL,
  code TEXT NOT NULL,
  card_id TEXT NOT NULL,
  openid TEXT NOT NULL
) STRICT;

CREATE INDEX redemption_by_time ON redemption (at);

DROP VIEW happening;

-- What statistics count: who did what to which card, and when. A gift accepted is no receipt of its
-- own; since a merchant's code goes on with its holder, the first giver is who received it.
CREATE VIEW happening (kind, at, card_id, openid) AS
SELECT 'view', at, card_id, openid FROM card_view
UNION ALL
SELECT 'receive', claimed, card_id, coalesce(
  (SELECT giver FROM gift
   WHERE gift.code = code.code AND gift.card_id = code.card_id AND gift.state = 'ACCEPTED'
   ORDER BY gift.id LIMIT 1),
  openid)
FROM code WHERE merchant OR given_by IS NULL
UNION ALL
SELECT 'verify', changed, card_id, openid FROM code WHERE status = 'CONSUMED'
UNION ALL
SELECT 'verify', at, card_id, openid FROM redemption
UNION ALL
SELECT 'given', given, card_id, giver FROM gift
UNION ALL
-- What was thrown away or ended after its period had expired before.
SELECT 'expire', end_time + 1, card_id, openid FROM code
WHERE end_time IS NOT NULL AND (status IN ('NORMAL', 'EXPIRE', 'GIFTING', 'GIFT_TIMEOUT')
  OR (status IN ('DELETE', 'UNAVAILABLE') AND changed > end_time))
UNION ALL
SELECT 'active', activated, member.card_id, openid FROM member JOIN code USING (code, card_id)
WHERE activated > 0;
