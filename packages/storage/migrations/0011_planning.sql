-- Which departments answer for an indicator of a cycle, together when several.
CREATE TABLE item_department (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  item text NOT NULL,
  department uuid NOT NULL,
  PRIMARY KEY (org, cycle, item, department),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (org, department) REFERENCES department
);
ALTER TABLE item_department ENABLE ROW LEVEL SECURITY;
CREATE POLICY item_department_read ON item_department FOR SELECT TO kaohe_app
  USING (org = ANY (kaohe_path()) OR kaohe_reaches(org));
CREATE POLICY item_department_insert ON item_department FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org());
CREATE POLICY item_department_delete ON item_department FOR DELETE TO kaohe_app
  USING (org = kaohe_org());
GRANT SELECT, INSERT, DELETE ON item_department TO kaohe_app;

-- What a department drafts for a scheme: one indicator, or one question of the survey, as text.
CREATE TABLE proposal (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  scheme uuid NOT NULL,
  department uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('item', 'survey')),
  -- The identifier of what is changed; null for something new.
  subject text,
  text text NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'handed', 'accepted', 'returned')),
  because text,
  person uuid NOT NULL REFERENCES person (id),
  changed_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, scheme) REFERENCES scheme,
  FOREIGN KEY (org, department) REFERENCES department,
  CHECK (state <> 'returned' OR because IS NOT NULL)
);
CREATE INDEX proposal_scheme ON proposal (org, scheme);
ALTER TABLE proposal ENABLE ROW LEVEL SECURITY;
-- Work in the office: neither those below nor those above see it.
CREATE POLICY proposal_all ON proposal TO kaohe_app
  USING (org = kaohe_org()) WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE ON proposal TO kaohe_app;

-- What goes out to those who are assessed.
CREATE TABLE notice (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  text text NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_by uuid NOT NULL REFERENCES person (id),
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle
);
CREATE INDEX notice_cycle ON notice (org, cycle);
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_read ON notice FOR SELECT TO kaohe_app
  USING (org = ANY (kaohe_path()) OR kaohe_reaches(org));
CREATE POLICY notice_insert ON notice FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT ON notice TO kaohe_app;

-- The address list of a notice, and who acknowledged that it arrived.
CREATE TABLE receipt (
  org uuid NOT NULL,
  notice uuid NOT NULL,
  unit uuid NOT NULL REFERENCES unit,
  acknowledged_at timestamptz,
  acknowledged_by text,
  PRIMARY KEY (org, notice, unit),
  FOREIGN KEY (org, notice) REFERENCES notice,
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
);
ALTER TABLE receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY receipt_read ON receipt FOR SELECT TO kaohe_app
  USING (kaohe_reaches(org) OR kaohe_reaches(unit));
CREATE POLICY receipt_insert ON receipt FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
CREATE POLICY receipt_update ON receipt FOR UPDATE TO kaohe_app
  USING (unit = kaohe_org() AND acknowledged_at IS NULL) WITH CHECK (unit = kaohe_org());
GRANT SELECT, INSERT, UPDATE (acknowledged_at, acknowledged_by) ON receipt TO kaohe_app;

-- What a unit asks about a clause that is not clear.
CREATE TABLE question (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  clause text NOT NULL,
  item text,
  text text NOT NULL CHECK (text <> ''),
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle, unit) REFERENCES assessee (org, cycle, unit)
);
CREATE INDEX question_cycle ON question (org, cycle);
ALTER TABLE question ENABLE ROW LEVEL SECURITY;
CREATE POLICY question_read ON question FOR SELECT TO kaohe_app
  USING (kaohe_reaches(org) OR kaohe_reaches(unit));
CREATE POLICY question_insert ON question FOR INSERT TO kaohe_app WITH CHECK (unit = kaohe_org());
GRANT SELECT, INSERT ON question TO kaohe_app;

-- How a clause is to be read, by decision of a meeting: for everyone, whoever asked.
CREATE TABLE ruling (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  question uuid,
  clause text NOT NULL,
  asked text NOT NULL,
  answer text NOT NULL CHECK (answer <> ''),
  body text NOT NULL CHECK (body <> ''),
  decided_on date NOT NULL,
  -- Which reading of the scheme says so, and the draft of the version that carries it.
  reading text NOT NULL,
  draft uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  UNIQUE (org, question),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (org, question) REFERENCES question,
  FOREIGN KEY (org, draft) REFERENCES scheme
);
CREATE INDEX ruling_cycle ON ruling (org, cycle);
ALTER TABLE ruling ENABLE ROW LEVEL SECURITY;
CREATE POLICY ruling_read ON ruling FOR SELECT TO kaohe_app
  USING (org = ANY (kaohe_path()) OR kaohe_reaches(org));
CREATE POLICY ruling_insert ON ruling FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT ON ruling TO kaohe_app;

-- Work points of a year, as text; the cycle whose indicators serve them.
CREATE TABLE plan (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid,
  title text NOT NULL,
  text text NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle
);
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_read ON plan FOR SELECT TO kaohe_app
  USING (org = ANY (kaohe_path()) OR kaohe_reaches(org));
CREATE POLICY plan_insert ON plan FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT ON plan TO kaohe_app;

-- The supervision of a task: reports of progress, reminders, its closing and its opening again. Nothing is changed.
CREATE TABLE plan_step (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  plan uuid NOT NULL,
  task text NOT NULL,
  -- Which target of the task, from 1; null for the task as a whole.
  target integer,
  kind text NOT NULL CHECK (kind IN ('report', 'reminder', 'closing', 'reopening')),
  text text NOT NULL CHECK (text <> ''),
  evidence text,
  -- What was reached, as people write it; the target says how it is read.
  reached text,
  person uuid NOT NULL,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, plan) REFERENCES plan
);
CREATE INDEX plan_step_task ON plan_step (org, plan, task, at);
ALTER TABLE plan_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_step_read ON plan_step FOR SELECT TO kaohe_app USING (kaohe_reaches(org));
CREATE POLICY plan_step_insert ON plan_step FOR INSERT TO kaohe_app WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT ON plan_step TO kaohe_app;
