-- A template of the committee's own that replaces ours for one kind of paper in one cycle. Nothing is changed:
-- a newer one takes its place, and a removed one stays on record.
CREATE TABLE paper_template (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  paper text NOT NULL CHECK (paper <> ''),
  sha256 text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  size bigint NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle
);
CREATE UNIQUE INDEX paper_template_standing ON paper_template (org, cycle, paper) WHERE removed_at IS NULL;
ALTER TABLE paper_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_template_all ON paper_template TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'organiser')
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser');
GRANT SELECT, INSERT, UPDATE (removed_at) ON paper_template TO kaohe_app;

-- What the office writes on a kind of paper of one result: its number, its day, who gets a copy, whom to ask.
CREATE TABLE paper_detail (
  org uuid NOT NULL,
  snapshot uuid NOT NULL,
  paper text NOT NULL CHECK (paper <> ''),
  number text NOT NULL DEFAULT '',
  signed_on date,
  copies text NOT NULL DEFAULT '',
  contact text NOT NULL DEFAULT '',
  PRIMARY KEY (org, snapshot, paper),
  FOREIGN KEY (org, snapshot) REFERENCES snapshot
);
ALTER TABLE paper_detail ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_detail_all ON paper_detail TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'organiser')
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser');
GRANT SELECT, INSERT, UPDATE ON paper_detail TO kaohe_app;
