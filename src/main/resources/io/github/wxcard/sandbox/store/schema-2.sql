-- What version 2 added: the merchant's other calls, the user's side, and the control panel.

ALTER TABLE card ADD COLUMN pay_cell INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN self_consume_cell INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN first_stock INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0; -- when low stock was told last
UPDATE card SET first_stock = total_quantity;

ALTER TABLE code ADD COLUMN given_by TEXT; -- the openid of whoever gave it away to its holder
CREATE INDEX code_by_card ON code (card_id, claimed);

-- Without the status, which changes with every redeeming.
DROP INDEX code_by_holder;
CREATE INDEX code_by_holder ON code (openid, card_id);

-- Codes that a merchant imported for WeChat to hand out.
CREATE TABLE deposit (
  card_id TEXT NOT NULL,
  code TEXT NOT NULL,
  taken INTEGER NOT NULL DEFAULT 0,
  reserved_until INTEGER NOT NULL DEFAULT 0, -- kept for a QR code that ends then
  PRIMARY KEY (card_id, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX deposit_free ON deposit (card_id, taken);

CREATE TABLE gift (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  card_id TEXT NOT NULL,
  giver TEXT NOT NULL,
  receiver TEXT, -- null: whoever accepts first
  state TEXT NOT NULL,
  given INTEGER NOT NULL,
  ended INTEGER
) STRICT;

CREATE INDEX gift_by_code ON gift (code, card_id, state);
CREATE INDEX gift_by_time ON gift (given);
CREATE INDEX gift_by_giver ON gift (giver, card_id, state);

CREATE TABLE card_view (
  at INTEGER NOT NULL,
  card_id TEXT NOT NULL,
  openid TEXT NOT NULL
) STRICT;

CREATE INDEX card_view_by_time ON card_view (at);

CREATE TABLE member (
  code TEXT NOT NULL,
  card_id TEXT NOT NULL,
  membership_number TEXT NOT NULL,
  bonus INTEGER NOT NULL,
  balance INTEGER NOT NULL, -- in fen
  details TEXT NOT NULL, -- custom_field_value1 to 3, background_pic_url and the like, as JSON
  form TEXT NOT NULL, -- what the user filled in, as JSON
  activated INTEGER NOT NULL, -- 0: not yet, the user only filled in the form
  PRIMARY KEY (code, card_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_by_card ON member (card_id, activated);

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
SELECT 'given', given, card_id, giver FROM gift
UNION ALL
-- What was thrown away or ended after its period had expired before.
SELECT 'expire', end_time + 1, card_id, openid FROM code
WHERE end_time IS NOT NULL AND (status IN ('NORMAL', 'EXPIRE', 'GIFTING', 'GIFT_TIMEOUT')
  OR (status IN ('DELETE', 'UNAVAILABLE') AND changed > end_time))
UNION ALL
SELECT 'active', activated, member.card_id, openid FROM member JOIN code USING (code, card_id)
WHERE activated > 0;

-- From when until when somebody is a member; the end of one who still is lies far ahead.
CREATE VIEW membership (card_id, openid, since, until) AS
SELECT member.card_id, openid, activated, min(
  coalesce(end_time + 1, 9e15),
  CASE WHEN status IN ('DELETE', 'UNAVAILABLE') THEN changed ELSE 9e15 END)
FROM member JOIN code USING (code, card_id)
WHERE activated > 0;

-- What a merchant files and reads back: landing pages, forms, sub-merchants, messages and so on.
CREATE TABLE document (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  created INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sender TEXT NOT NULL,
  fields TEXT NOT NULL, -- the event's own fields in order, as JSON
  created INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0, -- in real milliseconds: a delivery waits for no moved clock
  result TEXT NOT NULL DEFAULT '' -- how the last attempt ended
) STRICT;

CREATE INDEX event_due ON event (due) WHERE state = 'PENDING';

CREATE TABLE fault (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL, -- as JSON
  left INTEGER, -- how often it still strikes; null: without end
  span INTEGER NOT NULL DEFAULT 0, -- a quota's current day or minute
  used INTEGER NOT NULL DEFAULT 0 -- calls in that span
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  entry TEXT NOT NULL
) STRICT;
