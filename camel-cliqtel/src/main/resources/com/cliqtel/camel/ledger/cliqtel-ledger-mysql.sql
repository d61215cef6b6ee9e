-- The table of a JdbcLedger with the default options.
CREATE TABLE IF NOT EXISTS cliqtel_ledger (
  name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  owner VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  message VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  likeness VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ends_at DATETIME(6) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY cliqtel_ledger_message (message),
  KEY cliqtel_ledger_likeness (likeness),
  KEY cliqtel_ledger_created_at (created_at)
);
