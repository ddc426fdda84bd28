-- What units and leaders suggest about the assessment itself. It goes to those who organise it, who answer it or note
-- it for the next scheme. A leader's stands in the answer to his letter, and here once something was said to it.
CREATE TABLE suggestion (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  -- The unit that made it; null for a leader's.
  unit uuid,
  letter uuid,
  text text NOT NULL CHECK (text <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('answered', 'noted')),
  answer text CHECK (answer <> ''),
  settled_by uuid,
  settled_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle, unit) REFERENCES assessee (org, cycle, unit),
  FOREIGN KEY (committee, letter) REFERENCES letter (org, id),
  CHECK ((unit IS NULL) <> (letter IS NULL)),
  CHECK (org = coalesce(unit, committee)),
  CHECK ((outcome IS NULL) = (answer IS NULL)),
  CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX suggestion_cycle ON suggestion (committee, cycle);
CREATE UNIQUE INDEX suggestion_letter ON suggestion (org, letter) WHERE letter IS NOT NULL;
ALTER TABLE suggestion ENABLE ROW LEVEL SECURITY;
CREATE POLICY suggestion_read ON suggestion FOR SELECT TO kaohe_app
  USING ((unit = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head'))
    OR (committee = kaohe_org() AND kaohe_role() = 'organiser'));
CREATE POLICY suggestion_insert ON suggestion FOR INSERT TO kaohe_app
  WITH CHECK ((unit = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head') AND outcome IS NULL)
    OR (committee = kaohe_org() AND unit IS NULL AND kaohe_role() = 'organiser'));
CREATE POLICY suggestion_update ON suggestion FOR UPDATE TO kaohe_app
  USING (committee = kaohe_org() AND kaohe_role() = 'organiser')
  WITH CHECK (committee = kaohe_org());
GRANT SELECT, INSERT, UPDATE (outcome, answer, settled_by, settled_at, version) ON suggestion TO kaohe_app;
