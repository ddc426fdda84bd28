-- What goes wrong for a judge in a debrief, told from his phone, and what the office did about it. It knows no ballot.
ALTER TABLE judge ADD UNIQUE (org, meeting, id);

CREATE TABLE judge_problem (
  org uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  meeting uuid NOT NULL,
  judge uuid NOT NULL,
  -- The attempt it came by: sending again changes nothing.
  client uuid NOT NULL,
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 200),
  at timestamptz NOT NULL,
  -- Once, by whoever of the office dealt with it.
  dealt_at timestamptz,
  dealt_by uuid REFERENCES person (id),
  answer text CHECK (char_length(answer) BETWEEN 1 AND 200),
  PRIMARY KEY (org, id),
  UNIQUE (org, judge, client),
  FOREIGN KEY (org, meeting) REFERENCES meeting,
  FOREIGN KEY (org, meeting, judge) REFERENCES judge (org, meeting, id) ON DELETE CASCADE,
  CHECK ((dealt_at IS NULL) = (dealt_by IS NULL)),
  CHECK (answer IS NULL OR dealt_at IS NOT NULL)
);
CREATE INDEX judge_problem_meeting ON judge_problem (org, meeting, at);
ALTER TABLE judge_problem ENABLE ROW LEVEL SECURITY;
CREATE POLICY judge_problem_own ON judge_problem FOR SELECT TO kaohe_app
  USING (judge = (SELECT id FROM judge WHERE kaohe_role() = 'judge' AND token = kaohe_token()));
CREATE POLICY judge_problem_tell ON judge_problem FOR INSERT TO kaohe_app
  WITH CHECK (dealt_at IS NULL
    AND judge = (SELECT id FROM judge WHERE kaohe_role() = 'judge' AND token = kaohe_token()));
CREATE POLICY judge_problem_office ON judge_problem FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes());
CREATE POLICY judge_problem_deal ON judge_problem FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_convenes() AND dealt_at IS NULL)
  WITH CHECK (org = kaohe_org() AND kaohe_convenes() AND dealt_by = kaohe_person());
GRANT SELECT, INSERT, UPDATE (dealt_at, dealt_by, answer) ON judge_problem TO kaohe_app;
