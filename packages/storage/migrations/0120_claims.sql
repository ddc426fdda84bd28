-- Which files go with one event, and as what: the formal document of a claim, the copy of an award.
CREATE TABLE happening_file (
  org uuid NOT NULL,
  happening uuid NOT NULL,
  file uuid NOT NULL,
  -- As the scheme names the evidence that it asks for.
  shows text NOT NULL CHECK (shows <> ''),
  removed_at timestamptz,
  PRIMARY KEY (org, happening, file),
  FOREIGN KEY (org, happening) REFERENCES happening,
  FOREIGN KEY (org, file) REFERENCES evidence_file
);
ALTER TABLE happening_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY happening_file_all ON happening_file TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE (shows, removed_at) ON happening_file TO kaohe_app;

-- Where the same bytes were handed in once more.
CREATE INDEX evidence_file_bytes ON evidence_file (sha256);

-- What the office says of a claim: the attributes that the scheme leaves to it, as they were typed, and why.
-- It lies with the committee, so that the unit learns nothing of it before a release. It is of the claim as it
-- stood: one that was changed since waits again.
CREATE TABLE claim_ruling (
  org uuid NOT NULL,
  cycle uuid NOT NULL,
  unit uuid NOT NULL,
  happening uuid NOT NULL,
  of_version integer NOT NULL,
  attributes jsonb NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  person uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, happening),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (unit, happening) REFERENCES happening (org, id)
);
CREATE INDEX claim_ruling_cycle ON claim_ruling (org, cycle);
ALTER TABLE claim_ruling ENABLE ROW LEVEL SECURITY;
CREATE POLICY claim_ruling_all ON claim_ruling TO kaohe_app
  USING (org = kaohe_org() AND kaohe_evaluates()) WITH CHECK (org = kaohe_org() AND kaohe_evaluates());
GRANT SELECT, INSERT, UPDATE ON claim_ruling TO kaohe_app;
