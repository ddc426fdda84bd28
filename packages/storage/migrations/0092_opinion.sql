-- What the office writes of a unit out of all remarks, as one opinion, for the meeting and for the unit. Until it
-- is written the remarks stand one after another; after ratification it stays as it is.
CREATE TABLE comprehensive_opinion (
  org uuid NOT NULL,
  snapshot uuid NOT NULL,
  unit uuid NOT NULL REFERENCES unit,
  text text NOT NULL,
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, snapshot, unit),
  FOREIGN KEY (org, snapshot) REFERENCES snapshot (org, id)
);
ALTER TABLE comprehensive_opinion ENABLE ROW LEVEL SECURITY;
CREATE POLICY comprehensive_opinion_read ON comprehensive_opinion FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_concludes());
CREATE POLICY comprehensive_opinion_insert ON comprehensive_opinion FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser' AND EXISTS (
    SELECT FROM snapshot s WHERE s.org = comprehensive_opinion.org AND s.id = comprehensive_opinion.snapshot
      AND s.ratified_at IS NULL));
CREATE POLICY comprehensive_opinion_update ON comprehensive_opinion FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'organiser' AND EXISTS (
    SELECT FROM snapshot s WHERE s.org = comprehensive_opinion.org AND s.id = comprehensive_opinion.snapshot
      AND s.ratified_at IS NULL))
  WITH CHECK (org = kaohe_org());
GRANT SELECT, INSERT, UPDATE (text, person, at, version) ON comprehensive_opinion TO kaohe_app;
