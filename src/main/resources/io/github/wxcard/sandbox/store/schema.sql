-- Times are Unix seconds. Links are made of ids when they are handed out, so no address is kept here.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  value TEXT PRIMARY KEY,
  family TEXT NOT NULL,
  issued INTEGER NOT NULL,
  expires INTEGER NOT NULL, -- the end it was born with
  usable INTEGER NOT NULL   -- the end it has, moved when another token takes its place
) STRICT, WITHOUT ROWID;

CREATE INDEX token_by_age ON token (family, issued);

CREATE TABLE ticket (
  kind TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE image (
  id TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  content BLOB NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE card (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  definition TEXT NOT NULL, -- what stood under the type's key, as JSON
  quantity INTEGER NOT NULL, -- what is left of the stock
  total_quantity INTEGER NOT NULL,
  code_source TEXT NOT NULL,
  bind_openid INTEGER NOT NULL,
  get_limit INTEGER NOT NULL,
  use_limit INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL
) STRICT;

CREATE TABLE qr_code (
  ticket TEXT PRIMARY KEY,
  link TEXT NOT NULL UNIQUE,
  cards TEXT NOT NULL, -- what it offers, as a JSON array
  single_use INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  openid TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tester (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

-- A merchant's code may exist on several cards, a code of WeChat's own only once.
CREATE TABLE code (
  code TEXT NOT NULL,
  card_id TEXT NOT NULL,
  merchant INTEGER NOT NULL,
  openid TEXT NOT NULL,
  status TEXT NOT NULL,
  begin_time INTEGER NOT NULL,
  end_time INTEGER, -- null: never
  outer_id TEXT,
  outer_str TEXT,
  claimed INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY (code, card_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX code_by_holder ON code (openid, card_id, status);

-- The name of this state, by which a client knows whether tokens it kept still belong to it.
INSERT INTO setting VALUES ('instance', lower(hex(randomblob(8))));
