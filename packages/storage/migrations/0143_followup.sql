-- What follows from a ratified result: a consequence that people adopted or did not, or points lost that a unit is to
-- make good. Tracked until somebody else than its owner has looked and closed it.
CREATE TABLE followup (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  snapshot uuid NOT NULL,
  unit uuid NOT NULL,
  -- From a consequence of the scheme, or from an item that points were lost on; and which.
  origin text NOT NULL CHECK (origin IN ('consequence', 'item')),
  source text NOT NULL,
  -- As the engine calls the measures 措施 of schemes.
  kind text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  clause text,
  state text NOT NULL CHECK (state IN ('declined', 'open', 'done', 'closed')),
  reason text NOT NULL CHECK (reason <> ''),
  body text CHECK (body <> ''),
  number text CHECK (number <> ''),
  decided_on date,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  owner uuid REFERENCES person (id),
  due_on date,
  -- Who gets a copy 抄送; how honours quotas change; who is recommended; how much money.
  copies text[] NOT NULL DEFAULT '{}',
  places text CHECK (places <> ''),
  persons text CHECK (persons <> ''),
  amount text CHECK (amount <> ''),
  closing text CHECK (closing <> ''),
  closed_by uuid,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  UNIQUE (org, cycle, unit, origin, source),
  FOREIGN KEY (org, snapshot) REFERENCES snapshot,
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK (closed_by <> owner)
);
CREATE INDEX followup_unit ON followup (unit);

-- Who sees a rectification in the office: also those who evaluate next year, and those who go and look.
CREATE FUNCTION kaohe_looks_after() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kaohe_evaluates() OR kaohe_role() = 'inspector';

ALTER TABLE followup ENABLE ROW LEVEL SECURITY;
CREATE POLICY followup_read ON followup FOR SELECT TO kaohe_app USING (
  (org = kaohe_org() AND (kaohe_concludes() OR owner = kaohe_person()
    OR (kind = 'rectify' AND state <> 'declined' AND kaohe_looks_after())))
  OR (unit = kaohe_org() AND kind = 'rectify' AND state <> 'declined'
    AND kaohe_role() IN ('unit-clerk', 'unit-head')));
CREATE POLICY followup_insert ON followup FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_concludes() AND decided_by = kaohe_person()
    AND state IN ('declined', 'open'));
CREATE POLICY followup_of_office ON followup FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND state IN ('open', 'done') AND (kaohe_concludes() OR owner = kaohe_person()
    OR (kind = 'rectify' AND kaohe_looks_after())))
  WITH CHECK (org = kaohe_org());
-- A unit says that it is done, and no more.
CREATE POLICY followup_of_unit ON followup FOR UPDATE TO kaohe_app
  USING (unit = kaohe_org() AND kind = 'rectify' AND state = 'open'
    AND kaohe_role() IN ('unit-clerk', 'unit-head'))
  WITH CHECK (unit = kaohe_org() AND state IN ('open', 'done'));
GRANT SELECT, INSERT ON followup TO kaohe_app;
GRANT UPDATE (state, owner, due_on, copies, places, persons, closing, closed_by, closed_at, version)
  ON followup TO kaohe_app;

-- On what it rests: not for the unit, which learns of its points by what was released to it.
CREATE TABLE followup_ground (
  org uuid NOT NULL,
  measure uuid NOT NULL,
  facts text[] NOT NULL,
  points_lost text,
  PRIMARY KEY (org, measure),
  FOREIGN KEY (org, measure) REFERENCES followup
);
ALTER TABLE followup_ground ENABLE ROW LEVEL SECURITY;
CREATE POLICY followup_ground_all ON followup_ground TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes()) WITH CHECK (org = kaohe_org() AND kaohe_concludes());
GRANT SELECT, INSERT ON followup_ground TO kaohe_app;

-- What was done: progress, minutes of a talk, a look that was taken again. Nothing is changed.
CREATE TABLE followup_step (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  measure uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('progress', 'minutes', 'recheck')),
  side text NOT NULL CHECK (side IN ('office', 'unit')),
  text text NOT NULL CHECK (text <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, measure) REFERENCES followup
);
CREATE INDEX followup_step_measure ON followup_step (org, measure, at);
ALTER TABLE followup_step ENABLE ROW LEVEL SECURITY;
-- Whoever sees the measure; the office's own minutes are not for the unit.
CREATE POLICY followup_step_read ON followup_step FOR SELECT TO kaohe_app
  USING (EXISTS (SELECT FROM followup m WHERE m.org = followup_step.org AND m.id = followup_step.measure)
    AND (org = kaohe_org() OR side = 'unit' OR kind = 'recheck'));
CREATE POLICY followup_step_insert ON followup_step FOR INSERT TO kaohe_app
  WITH CHECK (person = kaohe_person() AND (side = 'office') = (org = kaohe_org())
    AND EXISTS (SELECT FROM followup m WHERE m.org = followup_step.org AND m.id = followup_step.measure));
GRANT SELECT, INSERT ON followup_step TO kaohe_app;
