-- A scheme as text, with its readings. Published it never changes; a correction is a new version with a reason.
CREATE TABLE scheme (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  text text NOT NULL,
  readings text,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
  -- The files that a derived scheme was drawn from, as they were then: [{path, text}].
  bases jsonb NOT NULL DEFAULT '[]',
  -- The upper scheme it was drawn from, maybe of another organisation.
  derives uuid,
  corrects uuid,
  reason text,
  -- Publishing takes two persons: one proposes a version, another confirms that same version.
  proposed_by uuid REFERENCES person (id),
  proposed_at timestamptz,
  confirmed_by uuid REFERENCES person (id),
  published_at timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, corrects) REFERENCES scheme,
  CHECK (confirmed_by <> proposed_by),
  CHECK (confirmed_by IS NULL OR state = 'published')
);
ALTER TABLE scheme ENABLE ROW LEVEL SECURITY;
CREATE POLICY scheme_read ON scheme FOR SELECT TO kaohe_app
  USING ((state = 'published' AND org = ANY (kaohe_path())) OR kaohe_reaches(org));
CREATE POLICY scheme_insert ON scheme FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
CREATE POLICY scheme_update ON scheme FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND state = 'draft') WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE ON scheme TO kaohe_app;

CREATE TABLE cycle (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  scheme uuid NOT NULL,
  title text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  state text NOT NULL DEFAULT 'preparing' CHECK (state IN ('preparing', 'open', 'closed')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, scheme) REFERENCES scheme,
  CHECK (ends_on >= starts_on)
);
ALTER TABLE cycle ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_read ON cycle FOR SELECT TO kaohe_app
  USING ((state <> 'preparing' AND org = ANY (kaohe_path())) OR kaohe_reaches(org));
CREATE POLICY cycle_insert ON cycle FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
CREATE POLICY cycle_update ON cycle FOR UPDATE TO kaohe_app
  USING (org = kaohe_org()) WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE ON cycle TO kaohe_app;

-- Who is assessed in a cycle, as what, and if not, why.
CREATE TABLE assessee (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL REFERENCES unit,
  type text NOT NULL,
  peer_group text,
  excluded_because text,
  -- Takes part for now: what is not known yet, so that it is not settled whether it may.
  undecided_because text,
  PRIMARY KEY (org, cycle, unit),
  FOREIGN KEY (org, cycle) REFERENCES cycle
);
CREATE INDEX assessee_unit ON assessee (unit);
ALTER TABLE assessee ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessee_read ON assessee FOR SELECT TO kaohe_app
  USING (kaohe_reaches(org) OR kaohe_reaches(unit));
CREATE POLICY assessee_insert ON assessee FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
CREATE POLICY assessee_update ON assessee FOR UPDATE TO kaohe_app
  USING (org = kaohe_org()) WITH CHECK (org = kaohe_org());
CREATE POLICY assessee_delete ON assessee FOR DELETE TO kaohe_app USING (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON assessee TO kaohe_app;
