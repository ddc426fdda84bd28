-- Every act, written in the transaction of the act. `leaf` is what is hashed into the tree; its position is
-- given a moment later by one process at a time (see src/log/), so that acts do not wait for each other.
CREATE TABLE log_entry (
  id uuid PRIMARY KEY,
  org uuid,
  person uuid,
  at timestamptz NOT NULL,
  act text NOT NULL,
  object text NOT NULL,
  change jsonb,
  leaf bytea NOT NULL,
  position bigint UNIQUE
);
CREATE INDEX log_entry_waiting ON log_entry (at) WHERE position IS NULL;
CREATE INDEX log_entry_org ON log_entry (org, at DESC);
ALTER TABLE log_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY log_entry_read ON log_entry FOR SELECT TO kaohe_app
  USING (kaohe_role() = 'log-keeper' OR kaohe_reaches(org));
CREATE POLICY log_entry_insert ON log_entry FOR INSERT TO kaohe_app WITH CHECK (position IS NULL);
CREATE POLICY log_entry_place ON log_entry FOR UPDATE TO kaohe_app
  USING (kaohe_role() = 'log-keeper' AND position IS NULL) WITH CHECK (kaohe_role() = 'log-keeper');
GRANT SELECT, INSERT, UPDATE (position) ON log_entry TO kaohe_app;

-- Full subtrees of the Merkle tree over the entries.
CREATE TABLE log_node (
  level integer NOT NULL,
  index bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (level, index)
);
GRANT SELECT, INSERT ON log_node TO kaohe_app;

CREATE TABLE log_checkpoint (
  size bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  note text NOT NULL
);
GRANT SELECT, INSERT ON log_checkpoint TO kaohe_app;

-- Answers to writes that carried an idempotency key.
CREATE TABLE answered (
  person uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  body jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person, key)
);
ALTER TABLE answered ENABLE ROW LEVEL SECURITY;
CREATE POLICY answered_all ON answered TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT ON answered TO kaohe_app;
