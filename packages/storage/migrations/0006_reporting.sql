-- What a unit reports: one datum of a cycle, in one period. Not known, zero and not applicable are three
-- different things: no row or `blank`, a value, and `inapplicable`; the latter two say why.
CREATE TABLE entry (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  fact text NOT NULL,
  period text NOT NULL DEFAULT '',
  state text NOT NULL CHECK (state IN ('value', 'blank', 'inapplicable')),
  -- As people write it; the scheme says how it is read.
  text text,
  reason text,
  source text NOT NULL,
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, fact, period),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit),
  CHECK ((state = 'value') = (text IS NOT NULL))
);
CREATE INDEX entry_cycle ON entry (committee, cycle, org);
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_read ON entry FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY entry_insert ON entry FOR INSERT TO kaohe_app WITH CHECK (kaohe_reaches(org));
CREATE POLICY entry_update ON entry FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON entry TO kaohe_app;

-- Where a unit's report of a cycle stands.
CREATE TABLE submission (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'confirmed', 'returned')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  late_days integer,
  returned_because text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_all ON submission TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON submission TO kaohe_app;
