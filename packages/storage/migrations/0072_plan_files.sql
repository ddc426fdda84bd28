-- A file that proves the progress of a task of the work points; checked and stored like any other evidence.
CREATE TABLE plan_file (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  plan uuid NOT NULL,
  task text NOT NULL,
  -- The report that it came with; null until that is written.
  step uuid,
  sha256 text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  type text NOT NULL,
  size bigint NOT NULL,
  person uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, plan) REFERENCES plan,
  FOREIGN KEY (org, step) REFERENCES plan_step
);
CREATE INDEX plan_file_plan ON plan_file (org, plan);
ALTER TABLE plan_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_file_read ON plan_file FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY plan_file_insert ON plan_file FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
CREATE POLICY plan_file_update ON plan_file FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND step IS NULL) WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE (step) ON plan_file TO kaohe_app;
