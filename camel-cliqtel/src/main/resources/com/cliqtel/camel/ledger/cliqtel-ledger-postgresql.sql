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
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX IF NOT EXISTS cliqtel_ledger_message ON cliqtel_ledger (message) WHERE message IS NOT NULL;
CREATE INDEX IF NOT EXISTS cliqtel_ledger_likeness ON cliqtel_ledger (likeness) WHERE likeness IS NOT NULL;
CREATE INDEX IF NOT EXISTS cliqtel_ledger_created_at ON cliqtel_ledger (created_at);
