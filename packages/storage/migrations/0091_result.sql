-- Who sees results before they are released: those who collect and those who ratify, in their own office.
CREATE FUNCTION kaohe_concludes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kaohe_role() = ANY ('{organiser,ratifier}');

-- Everything that a result is made of, as it was at a moment, under a name. The result is a function of it.
CREATE TABLE snapshot (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name <> ''),
  scheme uuid NOT NULL,
  content jsonb NOT NULL,
  -- SHA-256 of the scheme and the content, in hexadecimal.
  digest text NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  -- By whom, when and under which number it was ratified; it then never changes.
  ratified_body text,
  ratified_on date,
  ratified_number text,
  ratified_minutes text,
  ratified_by uuid REFERENCES person (id),
  ratified_at timestamptz,
  -- What came out, for the years after: total, rank, grade and consequences by unit.
  outcome jsonb,
  -- Why an earlier ratified result no longer stands.
  replaces uuid,
  because text CHECK (because <> ''),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (org, scheme) REFERENCES scheme,
  FOREIGN KEY (org, replaces) REFERENCES snapshot,
  CHECK ((ratified_at IS NULL) = (ratified_body IS NULL)),
  CHECK ((ratified_at IS NULL) = (outcome IS NULL)),
  CHECK ((replaces IS NULL) = (because IS NULL)),
  CHECK (ratified_by <> person)
);
CREATE INDEX snapshot_cycle ON snapshot (org, cycle, at DESC);
ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
CREATE POLICY snapshot_read ON snapshot FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY snapshot_insert ON snapshot FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser' AND ratified_at IS NULL);
CREATE POLICY snapshot_update ON snapshot FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'ratifier' AND ratified_at IS NULL)
  WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT ON snapshot TO kaohe_app;
GRANT UPDATE (ratified_body, ratified_on, ratified_number, ratified_minutes, ratified_by, ratified_at,
  outcome, replaces, because, version) ON snapshot TO kaohe_app;

-- What a meeting decided of a unit on a snapshot: who moved it, why, how it voted. Nothing is changed; the last counts.
CREATE TABLE resolution (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  snapshot uuid NOT NULL,
  unit uuid NOT NULL REFERENCES unit,
  -- As the engine names matters: grade, grade-tie:a, tie:c, consequence:c.
  matter text NOT NULL,
  -- Null: an earlier one is withdrawn.
  value jsonb,
  body text NOT NULL CHECK (body <> ''),
  decided_on date NOT NULL,
  number text CHECK (number <> ''),
  mover text NOT NULL CHECK (mover <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  votes_for integer CHECK (votes_for >= 0),
  votes_against integer CHECK (votes_against >= 0),
  abstained integer CHECK (abstained >= 0),
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, snapshot) REFERENCES snapshot
);
CREATE INDEX resolution_snapshot ON resolution (org, snapshot, at);
ALTER TABLE resolution ENABLE ROW LEVEL SECURITY;
CREATE POLICY resolution_read ON resolution FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY resolution_insert ON resolution FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser' AND EXISTS (
    SELECT FROM snapshot s WHERE s.org = resolution.org AND s.id = resolution.snapshot AND s.ratified_at IS NULL));
GRANT SELECT, INSERT ON resolution TO kaohe_app;

-- What of a ratified result a unit may read, and on whose consent. The unit reads this row and nothing behind it.
CREATE TABLE release (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  snapshot uuid NOT NULL,
  -- What is shown, already chosen: a part that was not released is not in it.
  shown jsonb NOT NULL,
  parts text[] NOT NULL,
  consent text NOT NULL CHECK (consent <> ''),
  released_on date NOT NULL,
  withdrawn_because text CHECK (withdrawn_because <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit),
  FOREIGN KEY (committee, snapshot) REFERENCES snapshot (org, id)
);
CREATE INDEX release_cycle ON release (committee, cycle);
CREATE UNIQUE INDEX release_standing ON release (org, cycle) WHERE withdrawn_because IS NULL;
ALTER TABLE release ENABLE ROW LEVEL SECURITY;
CREATE POLICY release_read ON release FOR SELECT TO kaohe_app
  USING ((org = kaohe_org() AND withdrawn_because IS NULL AND kaohe_role() IN ('unit-clerk', 'unit-head'))
    OR (committee = kaohe_org() AND kaohe_concludes()));
CREATE POLICY release_insert ON release FOR INSERT TO kaohe_app
  WITH CHECK (committee = kaohe_org() AND kaohe_role() = 'organiser');
CREATE POLICY release_update ON release FOR UPDATE TO kaohe_app
  USING (committee = kaohe_org() AND kaohe_role() = 'organiser')
  WITH CHECK (committee = kaohe_org() AND kaohe_role() = 'organiser');
GRANT SELECT, INSERT, UPDATE (withdrawn_because) ON release TO kaohe_app;
