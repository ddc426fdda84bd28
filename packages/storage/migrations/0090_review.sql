-- Evaluation by departments. All of it is work in the office of the committee that assesses: those who are
-- assessed see none of it, nor do those above; and in the office only roles that evaluate, sign or collect.
CREATE FUNCTION kaohe_evaluates() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kaohe_role() = ANY ('{organiser,department-head,department-reviewer,vice-secretary,ratifier}');

-- How far a department, a party of the scheme, is with its marks.
CREATE TABLE desk (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  party text NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'handed', 'returned', 'approved')),
  because text CHECK (because <> ''),
  handed_by uuid REFERENCES person (id),
  handed_at timestamptz,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, party),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  CHECK (state = 'draft' OR handed_at IS NOT NULL),
  CHECK (decided_by <> handed_by)
);
ALTER TABLE desk ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_all ON desk TO kaohe_app
  USING (org = kaohe_org() AND kaohe_evaluates()) WITH CHECK (org = kaohe_org() AND kaohe_evaluates());
GRANT SELECT, INSERT, UPDATE ON desk TO kaohe_app;

-- What a department gives a unit on one thing that is marked, as it was typed; the scheme says how it is read.
CREATE TABLE mark (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  item text NOT NULL,
  party text NOT NULL,
  text text NOT NULL,
  reason text CHECK (reason <> ''),
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, party, item, unit),
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY mark_all ON mark TO kaohe_app
  USING (org = kaohe_org() AND kaohe_evaluates()) WITH CHECK (org = kaohe_org() AND kaohe_evaluates());
GRANT SELECT, INSERT, UPDATE ON mark TO kaohe_app;

-- What a department says of a unit in all: a grade that it proposes, and its remark.
CREATE TABLE opinion (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  party text NOT NULL,
  grade text,
  comment text NOT NULL,
  returned_because text CHECK (returned_because <> ''),
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, party, unit),
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE opinion ENABLE ROW LEVEL SECURITY;
CREATE POLICY opinion_all ON opinion TO kaohe_app
  USING (org = kaohe_org() AND kaohe_evaluates()) WITH CHECK (org = kaohe_org() AND kaohe_evaluates());
GRANT SELECT, INSERT, UPDATE ON opinion TO kaohe_app;
