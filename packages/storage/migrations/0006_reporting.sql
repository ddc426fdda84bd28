-- What a unit reports: one datum of a cycle, in one period. Not known, zero and not applicable are three
-- different things: no row or `blank`, a value, and `inapplicable`; the latter two say why.
CREATE TABLE entry (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  fact text NOT NULL,
  period text NOT NULL DEFAULT '',
  state text NOT NULL CHECK (state IN ('value', 'blank', 'inapplicable')),
  -- As people write it; the scheme says how it is read.
  text text,
  reason text,
  source text NOT NULL,
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, fact, period),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit),
  CHECK ((state = 'value') = (text IS NOT NULL))
);
CREATE INDEX entry_cycle ON entry (committee, cycle, org);
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_read ON entry FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY entry_insert ON entry FOR INSERT TO kaohe_app WITH CHECK (kaohe_reaches(org));
CREATE POLICY entry_update ON entry FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON entry TO kaohe_app;

-- Where a unit's report of a cycle stands.
CREATE TABLE submission (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'confirmed', 'returned')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- Until when it was due, if anything says so, and how late it was by the clock of the database.
  deadline timestamptz,
  late_days integer,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_all ON submission TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON submission TO kaohe_app;

-- What a unit holds against a datum that others supplied: it is not typed over, it is contested.
CREATE TABLE contest (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  fact text NOT NULL,
  period text NOT NULL DEFAULT '',
  reason text NOT NULL CHECK (reason <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX contest_open ON contest (org, cycle, fact, period) WHERE answered_at IS NULL;
ALTER TABLE contest ENABLE ROW LEVEL SECURITY;
CREATE POLICY contest_read ON contest FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY contest_insert ON contest FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
-- Answered by those above, never by the unit itself.
CREATE POLICY contest_update ON contest FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(committee)) WITH CHECK (kaohe_reaches(committee));
GRANT SELECT, INSERT, UPDATE (answer, answered_by, answered_at) ON contest TO kaohe_app;

-- Something that happened, of a kind that the scheme declares. It is voided with a reason, never removed.
CREATE TABLE happening (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  event text NOT NULL,
  happened_on date NOT NULL,
  -- As people write them; the scheme says how each is read.
  attributes jsonb NOT NULL,
  source text NOT NULL,
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  voided_because text CHECK (voided_because <> ''),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
CREATE INDEX happening_cycle ON happening (committee, cycle, org, event);
ALTER TABLE happening ENABLE ROW LEVEL SECURITY;
CREATE POLICY happening_read ON happening FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY happening_insert ON happening FOR INSERT TO kaohe_app WITH CHECK (kaohe_reaches(org));
CREATE POLICY happening_update ON happening FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON happening TO kaohe_app;

-- All events of a kind are in: what has no row did not happen.
CREATE TABLE declared_complete (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  event text NOT NULL,
  complete boolean NOT NULL,
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org, cycle, event),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE declared_complete ENABLE ROW LEVEL SECURITY;
CREATE POLICY declared_complete_all ON declared_complete TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON declared_complete TO kaohe_app;

-- An item given back with a reason, until the unit hands in again.
CREATE TABLE item_return (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  item text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
CREATE UNIQUE INDEX item_return_open ON item_return (org, cycle, item) WHERE settled_at IS NULL;
ALTER TABLE item_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY item_return_read ON item_return FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY item_return_insert ON item_return FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(committee));
CREATE POLICY item_return_update ON item_return FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE (settled_at) ON item_return TO kaohe_app;

-- A later deadline for one unit. Given by the committee, not by the unit to itself.
CREATE TABLE deadline_exception (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  due_on date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org, cycle),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
ALTER TABLE deadline_exception ENABLE ROW LEVEL SECURITY;
CREATE POLICY deadline_exception_read ON deadline_exception FOR SELECT TO kaohe_app
  USING (kaohe_reaches(org));
CREATE POLICY deadline_exception_insert ON deadline_exception FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(committee));
CREATE POLICY deadline_exception_update ON deadline_exception FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(committee)) WITH CHECK (kaohe_reaches(committee));
GRANT SELECT, INSERT, UPDATE ON deadline_exception TO kaohe_app;

-- A reminder to report, as the unit finds it on its page.
CREATE TABLE reminder (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org, id),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit)
);
CREATE INDEX reminder_cycle ON reminder (org, cycle, at DESC);
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_read ON reminder FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY reminder_insert ON reminder FOR INSERT TO kaohe_app WITH CHECK (kaohe_reaches(committee));
GRANT SELECT, INSERT ON reminder TO kaohe_app;

-- A file of evidence. Its bytes lie in the data folder under their hash; the same bytes lie there once.
CREATE TABLE evidence_file (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  type text NOT NULL,
  size bigint NOT NULL,
  -- The day of what it shows, apart from the day on which it was handed in.
  shows_on date,
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org, id)
);
ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_file_all ON evidence_file TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE (shows_on) ON evidence_file TO kaohe_app;

-- Which items a file proves: one may prove several.
CREATE TABLE evidence_item (
  org uuid NOT NULL,
  file uuid NOT NULL,
  item text NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (org, file, item),
  FOREIGN KEY (org, file) REFERENCES evidence_file
);
ALTER TABLE evidence_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_item_all ON evidence_item TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE (removed_at) ON evidence_item TO kaohe_app;

-- A file that is on its way, in parts.
CREATE TABLE upload (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  item text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  size bigint NOT NULL CHECK (size > 0),
  received bigint NOT NULL DEFAULT 0,
  shows_on date,
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org, id),
  CHECK (received <= size)
);
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY upload_all ON upload TO kaohe_app
  USING (kaohe_reaches(org) AND person = kaohe_person())
  WITH CHECK (kaohe_reaches(org) AND person = kaohe_person());
GRANT SELECT, INSERT, UPDATE (received), DELETE ON upload TO kaohe_app;

-- What a department saw of a unit during the year, on an indicator. The unit does not see it.
CREATE TABLE observation (
  -- A unit, for it is one in assessee: asked of unit once more, all who write at once would share a lock on its row.
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  item text NOT NULL,
  observed_on date NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  person uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  voided_because text CHECK (voided_because <> ''),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  CONSTRAINT observation_assessee FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit)
);
CREATE INDEX observation_cycle ON observation (org, cycle, unit, observed_on DESC);
ALTER TABLE observation ENABLE ROW LEVEL SECURITY;
CREATE POLICY observation_all ON observation TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE ON observation TO kaohe_app;
