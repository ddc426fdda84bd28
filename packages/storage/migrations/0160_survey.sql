-- What a survey came to: a file of figures by unit, with how, by whom and when people were asked. A version is never
-- changed. The one that no other replaces stands and counts; one without figures says that it was withdrawn.
CREATE TABLE survey (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  -- Telephone, online, face to face.
  method text NOT NULL CHECK (method <> ''),
  -- Who carried it out.
  source text NOT NULL CHECK (source <> ''),
  from_on date NOT NULL,
  to_on date NOT NULL,
  -- How many answers there were in all, where that is known.
  answers integer CHECK (answers > 0),
  file text NOT NULL CHECK (file <> ''),
  sha256 text NOT NULL,
  -- [{unit, subject, text, answers}]: subject is mark:item or fact:datum/period, text as it stood in the file.
  figures jsonb NOT NULL,
  replaces uuid,
  because text CHECK (because <> ''),
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (org, replaces) REFERENCES survey,
  UNIQUE (org, replaces),
  CHECK (to_on >= from_on),
  CHECK ((replaces IS NULL) = (because IS NULL)),
  CHECK (replaces IS NOT NULL OR figures <> '[]')
);
CREATE INDEX survey_cycle ON survey (org, cycle, at);
ALTER TABLE survey ENABLE ROW LEVEL SECURITY;
CREATE POLICY survey_read ON survey FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY survey_insert ON survey FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser');
GRANT SELECT, INSERT ON survey TO kaohe_app;

-- After a result was frozen, figures of surveys are changed only when two persons opened them again.
CREATE TABLE survey_reopening (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  because text NOT NULL CHECK (because <> ''),
  asked_by uuid NOT NULL REFERENCES person (id),
  asked_at timestamptz NOT NULL,
  agreed_by uuid REFERENCES person (id),
  agreed_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  CHECK (agreed_by <> asked_by),
  CHECK ((agreed_by IS NULL) = (agreed_at IS NULL))
);
CREATE UNIQUE INDEX survey_reopening_asked ON survey_reopening (org, cycle) WHERE agreed_at IS NULL;
ALTER TABLE survey_reopening ENABLE ROW LEVEL SECURITY;
CREATE POLICY survey_reopening_read ON survey_reopening FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY survey_reopening_insert ON survey_reopening FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser' AND agreed_at IS NULL);
CREATE POLICY survey_reopening_update ON survey_reopening FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes() AND agreed_at IS NULL)
  WITH CHECK (org = kaohe_org() AND agreed_by = kaohe_person());
GRANT SELECT, INSERT, UPDATE (agreed_by, agreed_at) ON survey_reopening TO kaohe_app;
