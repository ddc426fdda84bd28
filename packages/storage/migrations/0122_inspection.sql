-- Who inspects, and who reads what was found: the office alone.
CREATE FUNCTION kaohe_inspects() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kaohe_evaluates() OR kaohe_role() = 'inspector';

-- What an inspector found of a unit on one thing to check, as it was typed. The telephone names it, so that
-- what is sent twice is written once; nothing is changed, and the last one by the telephone's clock stands.
CREATE TABLE finding (
  org uuid NOT NULL,
  id uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  -- mark:item or fact:datum/period.
  subject text NOT NULL,
  -- Empty: taken back.
  text text NOT NULL,
  note text CHECK (note <> ''),
  noted_at timestamptz NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit)
);
CREATE INDEX finding_cycle ON finding (org, cycle, unit, subject, noted_at);
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY finding_read ON finding FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_inspects());
CREATE POLICY finding_insert ON finding FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_inspects());
GRANT SELECT, INSERT ON finding TO kaohe_app;

-- The checklist of a unit was handed in, and from then on counts; or was taken back.
CREATE TABLE inspection_sheet (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  handed boolean NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (org, cycle, unit),
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE inspection_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspection_sheet_all ON inspection_sheet TO kaohe_app
  USING (org = kaohe_org() AND kaohe_inspects()) WITH CHECK (org = kaohe_org() AND kaohe_inspects());
GRANT SELECT, INSERT, UPDATE ON inspection_sheet TO kaohe_app;
