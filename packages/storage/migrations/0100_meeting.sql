-- The debrief: judges score speakers in a meeting. Judges have no account: a private link names one of them.

-- The secret half of a ballot's place. It is made of the token itself, which is stored nowhere, so that no row
-- says whose ballot it is; and the same link finds its own ballots again.
CREATE FUNCTION kaohe_box(speaker uuid) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(decode(nullif(current_setting('kaohe.box', true), ''), 'hex') || uuid_send(speaker));

CREATE FUNCTION kaohe_convenes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kaohe_role() = 'organiser';

CREATE TABLE meeting (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  -- The kind of event of the scheme that a ballot is.
  event text NOT NULL,
  -- What is on a ballot, as it is shown, and the groups that judges are of: judges cannot read the scheme.
  fields jsonb NOT NULL,
  groups jsonb NOT NULL,
  -- The attribute that says the group, where the rule asks for it.
  group_field text,
  name text NOT NULL CHECK (name <> ''),
  held_on date NOT NULL,
  place text NOT NULL,
  state text NOT NULL DEFAULT 'preparing' CHECK (state IN ('preparing', 'running', 'closed')),
  -- From what the order was drawn, and why it was changed afterwards.
  seed text,
  order_because text CHECK (order_because <> ''),
  -- Counts every change that screens show.
  version integer NOT NULL DEFAULT 1,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle
);
CREATE INDEX meeting_cycle ON meeting (org, cycle);

CREATE TABLE speaker (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  meeting uuid NOT NULL,
  unit uuid NOT NULL REFERENCES unit,
  -- The name of the unit on the day: judges see no organisation.
  name text NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'scoring', 'sealed', 'absent')),
  because text CHECK (because <> ''),
  -- The written summary of the year, which covers more than the speech.
  summary text CHECK (summary <> ''),
  sealed_at timestamptz,
  -- SHA-256 over the ballots that were sealed.
  digest text,
  PRIMARY KEY (org, id),
  UNIQUE (org, meeting, unit),
  FOREIGN KEY (org, meeting) REFERENCES meeting,
  CHECK ((state = 'sealed') = (sealed_at IS NOT NULL)),
  CHECK ((state = 'absent') = (because IS NOT NULL))
);
CREATE UNIQUE INDEX speaker_scoring ON speaker (org, meeting) WHERE state = 'scoring';

CREATE TABLE judge (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  meeting uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  name text NOT NULL CHECK (name <> ''),
  judge_group text NOT NULL,
  -- Where he belongs, if that is a unit of ours; else in words.
  unit uuid REFERENCES unit,
  affiliation text NOT NULL,
  -- He writes on paper and has no link.
  paper boolean NOT NULL DEFAULT false,
  token bytea UNIQUE,
  issued_at timestamptz,
  PRIMARY KEY (org, id),
  UNIQUE (org, meeting, number),
  FOREIGN KEY (org, meeting) REFERENCES meeting,
  CHECK (NOT paper OR token IS NULL),
  CHECK ((token IS NULL) = (issued_at IS NULL))
);
ALTER TABLE judge ENABLE ROW LEVEL SECURITY;
CREATE POLICY judge_own ON judge FOR SELECT TO kaohe_app
  USING (kaohe_role() = 'judge' AND token = kaohe_token());
CREATE POLICY judge_office ON judge TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes()) WITH CHECK (org = kaohe_org() AND kaohe_convenes());
GRANT SELECT, INSERT, UPDATE, DELETE ON judge TO kaohe_app;

-- The meeting of the judge who asks.
CREATE FUNCTION kaohe_judges() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT meeting FROM judge WHERE kaohe_role() = 'judge' AND token = kaohe_token());

ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_judge ON meeting FOR SELECT TO kaohe_app USING (id = (SELECT kaohe_judges()));
CREATE POLICY meeting_concludes ON meeting FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY meeting_office ON meeting TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes()) WITH CHECK (org = kaohe_org() AND kaohe_convenes());
GRANT SELECT, INSERT, UPDATE ON meeting TO kaohe_app;

ALTER TABLE speaker ENABLE ROW LEVEL SECURITY;
CREATE POLICY speaker_judge ON speaker FOR SELECT TO kaohe_app USING (meeting = (SELECT kaohe_judges()));
CREATE POLICY speaker_concludes ON speaker FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY speaker_box ON speaker FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'ballot-box');
CREATE POLICY speaker_office ON speaker TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes()) WITH CHECK (org = kaohe_org() AND kaohe_convenes());
GRANT SELECT, INSERT, UPDATE, DELETE ON speaker TO kaohe_app;

-- Whom a judge does not score: his own unit, or what was declared.
CREATE TABLE judge_conflict (
  org uuid NOT NULL,
  judge uuid NOT NULL,
  speaker uuid NOT NULL,
  because text NOT NULL CHECK (because <> ''),
  PRIMARY KEY (org, judge, speaker),
  FOREIGN KEY (org, judge) REFERENCES judge ON DELETE CASCADE,
  FOREIGN KEY (org, speaker) REFERENCES speaker ON DELETE CASCADE
);
ALTER TABLE judge_conflict ENABLE ROW LEVEL SECURITY;
CREATE POLICY judge_conflict_own ON judge_conflict FOR SELECT TO kaohe_app
  USING (judge = (SELECT id FROM judge WHERE kaohe_role() = 'judge' AND token = kaohe_token()));
CREATE POLICY judge_conflict_office ON judge_conflict TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes()) WITH CHECK (org = kaohe_org() AND kaohe_convenes());
GRANT SELECT, INSERT, DELETE ON judge_conflict TO kaohe_app;

-- That a judge gave his ballot for a speaker; not which, and not when.
CREATE TABLE turnout (
  org uuid NOT NULL,
  speaker uuid NOT NULL,
  judge uuid NOT NULL,
  PRIMARY KEY (org, speaker, judge),
  FOREIGN KEY (org, speaker) REFERENCES speaker,
  FOREIGN KEY (org, judge) REFERENCES judge
);
ALTER TABLE turnout ENABLE ROW LEVEL SECURITY;
CREATE POLICY turnout_own ON turnout TO kaohe_app
  USING (judge = (SELECT id FROM judge WHERE kaohe_role() = 'judge' AND token = kaohe_token()))
  WITH CHECK (judge = (SELECT id FROM judge WHERE kaohe_role() = 'judge' AND token = kaohe_token()));
CREATE POLICY turnout_office ON turnout FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes());
GRANT SELECT, INSERT ON turnout TO kaohe_app;

-- What a judge gives while his speaker is open. Whose it is only his link can tell; nobody else can read it.
CREATE TABLE ballot (
  org uuid NOT NULL,
  speaker uuid NOT NULL,
  box bytea NOT NULL,
  -- Empty where the rule does not ask for it.
  judge_group text NOT NULL,
  marks jsonb NOT NULL,
  -- The attempt it came by, and how often it was changed: sending again changes nothing.
  client uuid NOT NULL,
  turn integer NOT NULL CHECK (turn > 0),
  PRIMARY KEY (org, speaker, box),
  FOREIGN KEY (org, speaker) REFERENCES speaker
);
ALTER TABLE ballot ENABLE ROW LEVEL SECURITY;
CREATE POLICY ballot_read ON ballot FOR SELECT TO kaohe_app
  USING (kaohe_role() = 'judge' AND box = kaohe_box(speaker));
CREATE POLICY ballot_insert ON ballot FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_role() = 'judge' AND box = kaohe_box(speaker)
    AND EXISTS (SELECT FROM speaker s WHERE s.org = ballot.org AND s.id = ballot.speaker AND s.state = 'scoring')
    AND NOT EXISTS (SELECT FROM judge_conflict c WHERE c.speaker = ballot.speaker));
CREATE POLICY ballot_update ON ballot FOR UPDATE TO kaohe_app
  USING (kaohe_role() = 'judge' AND box = kaohe_box(speaker))
  WITH CHECK (kaohe_role() = 'judge' AND box = kaohe_box(speaker)
    AND EXISTS (SELECT FROM speaker s WHERE s.org = ballot.org AND s.id = ballot.speaker AND s.state = 'scoring'));
-- Emptied once the speaker is sealed, by nobody's role but that of the box itself.
CREATE POLICY ballot_empty_read ON ballot FOR SELECT TO kaohe_app
  USING (kaohe_role() = 'ballot-box' AND org = kaohe_org()
    AND EXISTS (SELECT FROM speaker s WHERE s.org = ballot.org AND s.id = ballot.speaker AND s.state = 'sealed'));
CREATE POLICY ballot_empty ON ballot FOR DELETE TO kaohe_app
  USING (kaohe_role() = 'ballot-box' AND org = kaohe_org()
    AND EXISTS (SELECT FROM speaker s WHERE s.org = ballot.org AND s.id = ballot.speaker AND s.state = 'sealed'));
GRANT SELECT, INSERT, UPDATE (marks, client, turn), DELETE ON ballot TO kaohe_app;

-- The ballots as they were counted: no judge, no time, written in the order of their boxes.
CREATE TABLE sealed_ballot (
  org uuid NOT NULL,
  speaker uuid NOT NULL,
  box bytea NOT NULL,
  judge_group text NOT NULL,
  marks jsonb NOT NULL,
  PRIMARY KEY (org, speaker, box),
  FOREIGN KEY (org, speaker) REFERENCES speaker
);
ALTER TABLE sealed_ballot ENABLE ROW LEVEL SECURITY;
CREATE POLICY sealed_ballot_own ON sealed_ballot FOR SELECT TO kaohe_app
  USING (kaohe_role() = 'judge' AND box = kaohe_box(speaker));
CREATE POLICY sealed_ballot_read ON sealed_ballot FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY sealed_ballot_insert ON sealed_ballot FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_role() = 'ballot-box' AND org = kaohe_org());
GRANT SELECT, INSERT ON sealed_ballot TO kaohe_app;

-- A ballot on paper, without a name on it: entered by two persons who do not see each other's figures.
CREATE TABLE sheet (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  speaker uuid NOT NULL,
  number text NOT NULL CHECK (number <> ''),
  judge_group text NOT NULL,
  state text NOT NULL DEFAULT 'once' CHECK (state IN ('once', 'differs', 'settled')),
  marks jsonb,
  -- Who decided where the two differed, and why.
  settled_by uuid REFERENCES person (id),
  because text CHECK (because <> ''),
  PRIMARY KEY (org, id),
  UNIQUE (org, speaker, number),
  FOREIGN KEY (org, speaker) REFERENCES speaker,
  CHECK ((state = 'settled') = (marks IS NOT NULL)),
  CHECK ((settled_by IS NULL) = (because IS NULL))
);
ALTER TABLE sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY sheet_concludes ON sheet FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY sheet_office ON sheet TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes()) WITH CHECK (org = kaohe_org() AND kaohe_convenes());
GRANT SELECT, INSERT, UPDATE (state, marks, settled_by, because) ON sheet TO kaohe_app;

CREATE TABLE sheet_entry (
  org uuid NOT NULL,
  sheet uuid NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  marks jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org, sheet, person),
  FOREIGN KEY (org, sheet) REFERENCES sheet
);
ALTER TABLE sheet_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY sheet_entry_read ON sheet_entry FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes() AND (person = kaohe_person() OR EXISTS (
    SELECT FROM sheet s WHERE s.org = sheet_entry.org AND s.id = sheet_entry.sheet AND s.state <> 'once')));
CREATE POLICY sheet_entry_insert ON sheet_entry FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_convenes() AND person = kaohe_person());
GRANT SELECT, INSERT ON sheet_entry TO kaohe_app;
