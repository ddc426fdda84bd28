-- Until the end of which day units may object to what they were told; null where that was not opened.
ALTER TABLE release ADD COLUMN objection_until date;

-- What a unit holds against one figure that it was told: written and filed by the unit, replied to by those who
-- collect, ruled on by those who ratify. The committee sees it from the moment it was filed.
CREATE TABLE objection (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  release uuid NOT NULL,
  snapshot uuid NOT NULL,
  -- As the release named it: grade, total, rank, item:x; how it is called; what it said.
  figure text NOT NULL,
  figure_name text NOT NULL,
  was text NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  state text NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'filed', 'replied', 'ruled', 'withdrawn')),
  person uuid NOT NULL,
  at timestamptz NOT NULL,
  filed_by uuid,
  filed_at timestamptz,
  reply text CHECK (reply <> ''),
  replied_by uuid,
  replied_at timestamptz,
  ruling text CHECK (ruling IN ('upheld', 'partly', 'rejected')),
  ruling_reason text CHECK (ruling_reason <> ''),
  ruling_body text CHECK (ruling_body <> ''),
  ruled_on date,
  ruling_number text CHECK (ruling_number <> ''),
  ruled_by uuid,
  ruled_at timestamptz,
  -- The ratified correction that carried it through, what the figure became, and when the unit was told.
  carried uuid,
  became text,
  carried_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, release) REFERENCES release,
  FOREIGN KEY (committee, snapshot) REFERENCES snapshot (org, id),
  FOREIGN KEY (committee, carried) REFERENCES snapshot (org, id),
  CHECK ((filed_at IS NULL) = (filed_by IS NULL)),
  CHECK (state NOT IN ('filed', 'replied', 'ruled') OR filed_at IS NOT NULL),
  CHECK (state NOT IN ('replied', 'ruled') OR reply IS NOT NULL),
  CHECK ((state = 'ruled') = (ruling IS NOT NULL)),
  CHECK ((ruling IS NULL) = (ruling_reason IS NULL)),
  CHECK (ruling IS NOT NULL OR carried IS NULL),
  CHECK ((carried IS NULL) = (became IS NULL)),
  CHECK (ruled_by <> replied_by),
  CHECK (filed_by <> replied_by),
  CHECK (filed_by <> ruled_by)
);
CREATE INDEX objection_cycle ON objection (committee, cycle);
CREATE UNIQUE INDEX objection_figure ON objection (org, release, figure) WHERE state <> 'withdrawn';
ALTER TABLE objection ENABLE ROW LEVEL SECURITY;
CREATE POLICY objection_read ON objection FOR SELECT TO kaohe_app
  USING ((org = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head'))
    OR (committee = kaohe_org() AND filed_at IS NOT NULL AND kaohe_concludes()));
CREATE POLICY objection_insert ON objection FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head')
    AND state = 'draft' AND reply IS NULL);
-- A unit takes back what it filed; what was replied or ruled it cannot write.
CREATE POLICY objection_of_unit ON objection FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head')
    AND state IN ('draft', 'filed', 'replied'))
  WITH CHECK (org = kaohe_org() AND state IN ('draft', 'filed', 'withdrawn'));
CREATE POLICY objection_of_committee ON objection FOR UPDATE TO kaohe_app
  USING (committee = kaohe_org() AND kaohe_concludes() AND state IN ('filed', 'replied', 'ruled'))
  WITH CHECK (committee = kaohe_org() AND ((kaohe_role() = 'organiser' AND state IN ('replied', 'ruled'))
    OR (kaohe_role() = 'ratifier' AND state = 'ruled')));
GRANT SELECT, INSERT ON objection TO kaohe_app;
GRANT UPDATE (text, state, filed_by, filed_at, reply, replied_by, replied_at, ruling, ruling_reason, ruling_body,
  ruled_on, ruling_number, ruled_by, ruled_at, carried, became, carried_on, version) ON objection TO kaohe_app;
