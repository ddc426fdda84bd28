-- What a department thinks of a file of evidence on an item. Before a release it is the office's alone.
CREATE TABLE evidence_verdict (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  item text NOT NULL,
  file uuid NOT NULL,
  party text NOT NULL,
  -- Open: taken back.
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'returned', 'doubtful', 'open')),
  reason text CHECK (reason <> ''),
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, item, file),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (unit, file) REFERENCES evidence_file (org, id),
  CHECK (verdict <> 'returned' OR reason IS NOT NULL)
);
CREATE INDEX evidence_verdict_cycle ON evidence_verdict (org, cycle, item);
ALTER TABLE evidence_verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_verdict_all ON evidence_verdict TO kaohe_app
  USING (org = kaohe_org() AND kaohe_evaluates()) WITH CHECK (org = kaohe_org() AND kaohe_evaluates());
GRANT SELECT, INSERT, UPDATE ON evidence_verdict TO kaohe_app;

-- A file that went back to its unit, with the reason, until the unit hands in again.
CREATE TABLE evidence_return (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  item text NOT NULL,
  file uuid NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle) REFERENCES cycle,
  FOREIGN KEY (org, file) REFERENCES evidence_file
);
CREATE UNIQUE INDEX evidence_return_open ON evidence_return (org, item, file) WHERE settled_at IS NULL;
ALTER TABLE evidence_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_return_read ON evidence_return FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY evidence_return_insert ON evidence_return FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(committee));
CREATE POLICY evidence_return_update ON evidence_return FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE (settled_at) ON evidence_return TO kaohe_app;
