-- Letters to the leaders of party committees and governments, who have no account. Who collects: those who send,
-- type and conclude, in their own office. Departments and units see nothing of it.
CREATE FUNCTION kaohe_collects() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kaohe_role() = ANY ('{organiser,vice-secretary,ratifier}');

-- One collection: a source of the scheme in a cycle. Until it is closed nobody reads what was answered.
CREATE TABLE letter_round (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  source text NOT NULL,
  due_on date NOT NULL,
  -- Days after the due day on which an answer is still taken.
  grace_days integer NOT NULL CHECK (grace_days BETWEEN 0 AND 60),
  closed_by uuid REFERENCES person (id),
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, source),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);

-- A letter about one unit to one body, in which a named leader answers.
CREATE TABLE letter (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  source text NOT NULL,
  -- As which party of the scheme he gives marks.
  party text NOT NULL,
  unit uuid NOT NULL,
  -- As what kind of assessee he is asked about it.
  type text NOT NULL,
  -- As the unit is called in the letter, which is a document.
  unit_name text NOT NULL,
  body text NOT NULL CHECK (body <> ''),
  leader text NOT NULL,
  post text NOT NULL,
  -- SHA-256 of the token of the link that was issued last; earlier ones are dead.
  token_hash bytea UNIQUE,
  issued integer NOT NULL DEFAULT 0,
  issued_at timestamptz,
  reminded integer NOT NULL DEFAULT 0,
  -- Who typed a sheet of paper, independently of each other; and whether they differ.
  first_by uuid REFERENCES person (id),
  second_by uuid REFERENCES person (id),
  differs boolean NOT NULL DEFAULT false,
  answered_at timestamptz,
  answered_by text CHECK (answered_by IN ('link', 'paper')),
  withdrawn_because text CHECK (withdrawn_because <> ''),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle, source) REFERENCES letter_round,
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit),
  CHECK (second_by <> first_by),
  CHECK (second_by IS NULL OR first_by IS NOT NULL),
  CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
  CHECK ((issued > 0) = (token_hash IS NOT NULL)),
  CHECK ((issued > 0) = (issued_at IS NOT NULL))
);
CREATE UNIQUE INDEX letter_standing ON letter (org, cycle, source, party, unit)
  WHERE withdrawn_because IS NULL;
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
-- The holder of a link sees the letter that it belongs to, and no other.
CREATE POLICY letter_read ON letter FOR SELECT TO kaohe_app
  USING ((org = kaohe_org() AND kaohe_collects())
    OR (token_hash = kaohe_token() AND kaohe_role() = 'party-leader'));
CREATE POLICY letter_insert ON letter FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser');
CREATE POLICY letter_update ON letter FOR UPDATE TO kaohe_app
  USING ((org = kaohe_org() AND kaohe_collects())
    OR (token_hash = kaohe_token() AND kaohe_role() = 'party-leader'))
  WITH CHECK ((org = kaohe_org() AND kaohe_collects())
    OR (token_hash = kaohe_token() AND kaohe_role() = 'party-leader'));
GRANT SELECT, INSERT ON letter TO kaohe_app;
GRANT UPDATE (body, leader, post, token_hash, issued, issued_at, reminded, first_by, second_by, differs,
  answered_at, answered_by, withdrawn_because, version) ON letter TO kaohe_app;

ALTER TABLE letter_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY letter_round_read ON letter_round FOR SELECT TO kaohe_app
  USING ((org = kaohe_org() AND kaohe_collects()) OR (kaohe_role() = 'party-leader' AND EXISTS (
    SELECT FROM letter l WHERE l.org = letter_round.org AND l.cycle = letter_round.cycle
      AND l.source = letter_round.source AND l.token_hash = kaohe_token())));
CREATE POLICY letter_round_insert ON letter_round FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser' AND closed_at IS NULL);
CREATE POLICY letter_round_update ON letter_round FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'organiser' AND closed_at IS NULL)
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser');
GRANT SELECT, INSERT, UPDATE (due_on, grace_days, closed_by, closed_at, version) ON letter_round TO kaohe_app;

-- What was answered: by the link, or on paper as two persons typed it and a third settled it.
CREATE TABLE letter_answer (
  org uuid NOT NULL,
  letter uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('link', 'first', 'second', 'settled')),
  -- [{item, text, reason}], as typed; the scheme says how it is read.
  marks jsonb NOT NULL,
  comment text NOT NULL,
  suggestion text NOT NULL,
  person uuid REFERENCES person (id),
  -- Why a third settled it so.
  because text CHECK (because <> ''),
  -- Names one try to send; the same one again finds its receipt.
  attempt uuid,
  receipt text,
  at timestamptz NOT NULL,
  -- Of all that was typed one counts.
  counts boolean NOT NULL,
  PRIMARY KEY (org, letter, way),
  FOREIGN KEY (org, letter) REFERENCES letter,
  CHECK ((way = 'link') = (person IS NULL)),
  CHECK ((way = 'link') = (attempt IS NOT NULL)),
  CHECK ((way = 'link') = (receipt IS NOT NULL)),
  CHECK ((way = 'settled') = (because IS NOT NULL)),
  CHECK (NOT counts OR way <> 'first')
);
CREATE UNIQUE INDEX letter_answer_counts ON letter_answer (org, letter) WHERE counts;
ALTER TABLE letter_answer ENABLE ROW LEVEL SECURITY;
-- Sealed until the collection is closed. Before that: those who typed a sheet see what was typed of it, and where
-- two differ whoever may settle it; the leader finds his own.
CREATE POLICY letter_answer_read ON letter_answer FOR SELECT TO kaohe_app
  USING (EXISTS (SELECT FROM letter l WHERE l.org = letter_answer.org AND l.id = letter AND (
    (l.org = kaohe_org() AND kaohe_role() IN ('organiser', 'ratifier') AND EXISTS (
      SELECT FROM letter_round r WHERE r.org = l.org AND r.cycle = l.cycle AND r.source = l.source
        AND r.closed_at IS NOT NULL))
    OR (l.org = kaohe_org() AND kaohe_collects() AND way <> 'link'
      AND (l.differs OR kaohe_person() IN (l.first_by, l.second_by)))
    OR (way = 'link' AND kaohe_role() = 'party-leader' AND l.token_hash = kaohe_token()))));
CREATE POLICY letter_answer_insert ON letter_answer FOR INSERT TO kaohe_app
  WITH CHECK (EXISTS (SELECT FROM letter l WHERE l.org = letter_answer.org AND l.id = letter AND (
    (l.org = kaohe_org() AND kaohe_collects() AND way <> 'link' AND person = kaohe_person())
    OR (way = 'link' AND kaohe_role() = 'party-leader' AND l.token_hash = kaohe_token()))));
-- Who typed first may mend it until the second has typed.
CREATE POLICY letter_answer_update ON letter_answer FOR UPDATE TO kaohe_app
  USING (way = 'first' AND person = kaohe_person() AND EXISTS (
    SELECT FROM letter l WHERE l.org = letter_answer.org AND l.id = letter AND l.second_by IS NULL))
  WITH CHECK (way = 'first' AND person = kaohe_person());
GRANT SELECT, INSERT, UPDATE (marks, comment, suggestion, at) ON letter_answer TO kaohe_app;

-- That a unit told its leader of its work in person, before he is asked; with what it told.
CREATE TABLE briefing (
  org uuid NOT NULL REFERENCES unit,
  committee uuid NOT NULL,
  cycle uuid NOT NULL,
  source text NOT NULL,
  held_on date NOT NULL,
  told text NOT NULL CHECK (told <> ''),
  text text NOT NULL,
  file_sha256 text,
  file_name text,
  file_type text,
  file_size bigint,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, cycle, source),
  FOREIGN KEY (committee, cycle, org) REFERENCES assessee (org, cycle, unit),
  CHECK (num_nulls(file_sha256, file_name, file_type, file_size) IN (0, 4))
);
CREATE INDEX briefing_cycle ON briefing (committee, cycle);
ALTER TABLE briefing ENABLE ROW LEVEL SECURITY;
CREATE POLICY briefing_read ON briefing FOR SELECT TO kaohe_app
  USING ((org = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head'))
    OR (committee = kaohe_org() AND kaohe_collects())
    OR (kaohe_role() = 'party-leader' AND EXISTS (
      SELECT FROM letter l WHERE l.org = committee AND l.cycle = briefing.cycle AND l.unit = briefing.org
        AND l.source = briefing.source AND l.token_hash = kaohe_token())));
CREATE POLICY briefing_insert ON briefing FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head'));
CREATE POLICY briefing_update ON briefing FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() IN ('unit-clerk', 'unit-head'))
  WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE ON briefing TO kaohe_app;

-- The sheet of paper itself, scanned by one who typed it; it shows a mark, so it is sealed like one.
CREATE TABLE letter_scan (
  org uuid NOT NULL,
  letter uuid NOT NULL,
  file_sha256 text NOT NULL,
  file_name text NOT NULL,
  file_type text NOT NULL,
  file_size bigint NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (org, letter),
  FOREIGN KEY (org, letter) REFERENCES letter
);
ALTER TABLE letter_scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY letter_scan_read ON letter_scan FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_collects() AND EXISTS (
    SELECT FROM letter l JOIN letter_round r ON r.org = l.org AND r.cycle = l.cycle AND r.source = l.source
    WHERE l.org = letter_scan.org AND l.id = letter
      AND (l.differs OR kaohe_person() IN (l.first_by, l.second_by)
        OR (r.closed_at IS NOT NULL AND kaohe_role() IN ('organiser', 'ratifier')))));
CREATE POLICY letter_scan_insert ON letter_scan FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_collects() AND EXISTS (
    SELECT FROM letter l WHERE l.org = letter_scan.org AND l.id = letter
      AND kaohe_person() IN (l.first_by, l.second_by)));
CREATE POLICY letter_scan_update ON letter_scan FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_collects() AND EXISTS (
    SELECT FROM letter l WHERE l.org = letter_scan.org AND l.id = letter
      AND kaohe_person() IN (l.first_by, l.second_by)))
  WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE ON letter_scan TO kaohe_app;
