-- The table of com.cliqtel.camel.ledger.JdbcLedger, for H2 and PostgreSQL.
-- kind: claim or position; state: work, abandoned, done or position;
-- ends_at: when the lease of a claim in work ends, else when the row was last written.
CREATE TABLE IF NOT EXISTS cliqtel_ledger (
  kind VARCHAR(8) NOT NULL,
  name VARCHAR(500) NOT NULL,
  state VARCHAR(9) NOT NULL,
  record TEXT NOT NULL,
  ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (kind, name)
);
CREATE INDEX IF NOT EXISTS cliqtel_ledger_ends_at ON cliqtel_ledger (ends_at);
