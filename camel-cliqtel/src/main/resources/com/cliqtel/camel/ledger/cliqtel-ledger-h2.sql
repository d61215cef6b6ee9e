-- The table of a JdbcLedger with the default options.
CREATE TABLE IF NOT EXISTS cliqtel_ledger (
  name VARCHAR(80) NOT NULL PRIMARY KEY,
  owner VARCHAR(64) NOT NULL,
  state VARCHAR(8) NOT NULL,
  record TEXT NOT NULL,
  message VARCHAR(64),
  likeness VARCHAR(64),
  ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS cliqtel_ledger_message ON cliqtel_ledger (message);
CREATE INDEX IF NOT EXISTS cliqtel_ledger_likeness ON cliqtel_ledger (likeness);
CREATE INDEX IF NOT EXISTS cliqtel_ledger_created_at ON cliqtel_ledger (created_at);
