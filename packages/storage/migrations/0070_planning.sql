-- Who is assessed may have to be corrected after a year has begun: a late unit comes, one goes. Nothing of it is
-- changed; who was taken out stays as not taking part, with what it reported.
CREATE TABLE assessee_correction (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  unit uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('added', 'removed')),
  type text NOT NULL,
  peer_group text,
  reason text NOT NULL CHECK (reason <> ''),
  person uuid NOT NULL REFERENCES person (id),
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle
);
CREATE INDEX assessee_correction_cycle ON assessee_correction (org, cycle);
ALTER TABLE assessee_correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessee_correction_read ON assessee_correction FOR SELECT TO kaohe_app
  USING (kaohe_reaches(org) OR kaohe_reaches(unit));
CREATE POLICY assessee_correction_insert ON assessee_correction FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT ON assessee_correction TO kaohe_app;
