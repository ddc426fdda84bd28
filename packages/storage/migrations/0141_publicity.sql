-- What of a ratified result is made public 公示, to whom, from when to when, and on whose consent. Who asks for it
-- is not who consents. Whoever it is made public to reads this row and nothing behind it, on its days.
CREATE TABLE publicity (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cycle uuid NOT NULL,
  snapshot uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  -- Where one says what one holds against it.
  note text NOT NULL CHECK (note <> ''),
  parts text[] NOT NULL,
  audience text[] NOT NULL CHECK (audience <@ '{units,leaders,public}' AND audience <> '{}'),
  -- What is shown, already chosen: a part that was not chosen is not in it.
  shown jsonb NOT NULL,
  -- How many days, both ends counted; only working days where the notice says so.
  days integer NOT NULL CHECK (days BETWEEN 1 AND 365),
  working boolean NOT NULL,
  -- What it hangs on, where no day is set beforehand (during the plenary).
  event text CHECK (event <> ''),
  starts_on date,
  ends_on date,
  -- As of the cycle: the clock of a demonstration runs behind, also for those who do not see the cycle.
  behind_days integer NOT NULL DEFAULT 0,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  consent_body text CHECK (consent_body <> ''),
  consent_number text CHECK (consent_number <> ''),
  consent_on date,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_because text CHECK (withdrawn_because <> ''),
  -- SHA-256 of the token in the link that leaders in charge were given.
  link bytea UNIQUE,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, cycle) REFERENCES cycle,
  FOREIGN KEY (org, snapshot) REFERENCES snapshot,
  CHECK (confirmed_by <> asked_by),
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CHECK ((confirmed_at IS NULL) = (consent_body IS NULL)),
  CHECK ((confirmed_at IS NULL) = (consent_on IS NULL)),
  CHECK ((starts_on IS NULL) = (ends_on IS NULL)),
  CHECK (starts_on IS NOT NULL OR event IS NOT NULL),
  CHECK (ends_on >= starts_on)
);
CREATE INDEX publicity_cycle ON publicity (org, cycle);

-- Whether it stands today: consented to, begun, not over, not withdrawn.
CREATE FUNCTION kaohe_stands(p publicity) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN p.confirmed_at IS NOT NULL AND p.withdrawn_because IS NULL
    AND kaohe_today() - p.behind_days BETWEEN p.starts_on AND p.ends_on;

ALTER TABLE publicity ENABLE ROW LEVEL SECURITY;
CREATE POLICY publicity_read ON publicity FOR SELECT TO kaohe_app USING (
  (org = kaohe_org() AND kaohe_concludes())
  OR (kaohe_role() = 'public' AND 'public' = ANY (audience) AND kaohe_stands(publicity))
  OR (kaohe_role() IN ('unit-clerk', 'unit-head') AND 'units' = ANY (audience)
    AND org = ANY (kaohe_path()) AND org <> kaohe_org() AND kaohe_stands(publicity))
  OR (kaohe_role() = 'party-leader' AND link = kaohe_token() AND 'leaders' = ANY (audience)
    AND kaohe_stands(publicity)));
CREATE POLICY publicity_insert ON publicity FOR INSERT TO kaohe_app
  WITH CHECK (org = kaohe_org() AND kaohe_role() = 'organiser' AND asked_by = kaohe_person()
    AND confirmed_at IS NULL);
CREATE POLICY publicity_of_organiser ON publicity FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'organiser' AND withdrawn_because IS NULL)
  WITH CHECK (org = kaohe_org());
CREATE POLICY publicity_of_ratifier ON publicity FOR UPDATE TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'ratifier' AND confirmed_at IS NULL
    AND withdrawn_because IS NULL AND asked_by <> kaohe_person())
  WITH CHECK (org = kaohe_org() AND confirmed_by = kaohe_person());
GRANT SELECT, INSERT ON publicity TO kaohe_app;
GRANT UPDATE (starts_on, ends_on, consent_body, consent_number, consent_on, confirmed_by, confirmed_at,
  withdrawn_because, link, version) ON publicity TO kaohe_app;
