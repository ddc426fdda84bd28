-- Names that the server's own work goes by; nobody's post is called so.
ALTER TABLE post ADD CONSTRAINT post_no_keeper
  CHECK (role NOT IN ('log-keeper', 'job-keeper', 'messenger'));

-- Work that outlasts a request. A process takes it for a while (its lease) under a ticket of its own; when
-- the lease runs out, another takes it with a new ticket, and the old one opens nothing any more.
CREATE TABLE job (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- As whom it works: a person on the post in use when it was asked for; a person alone (messages to him);
  -- or the organisation itself.
  person uuid REFERENCES person (id),
  post uuid,
  kind text NOT NULL,
  -- For the one who asked; null for work that no page shows.
  title text,
  input jsonb NOT NULL DEFAULT '{}',
  -- Of those with the same key at most one waits, and at most one runs.
  key text,
  -- The request that asked for it, as the log names it.
  request text NOT NULL,
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer NOT NULL DEFAULT 0,
  total integer,
  said text,
  cancelling boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL DEFAULT now(),
  ticket_hash bytea UNIQUE,
  lease_until timestamptz,
  problem text,
  -- Where in the application the result is seen, if it is no file.
  page text,
  asked_at timestamptz NOT NULL DEFAULT now(),
  begun_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, post) REFERENCES post (org, id),
  CHECK ((person IS NULL) = (kind IN ('announce', 'deadlines'))),
  CHECK ((post IS NULL) = (kind IN ('announce', 'deadlines', 'deliver'))),
  CHECK ((ended_at IS NULL) = (state IN ('waiting', 'running')))
);
CREATE INDEX job_next ON job (not_before) WHERE state = 'waiting';
CREATE INDEX job_leased ON job (lease_until) WHERE state = 'running';
CREATE INDEX job_person ON job (person, asked_at DESC) WHERE title IS NOT NULL;
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
CREATE UNIQUE INDEX job_key ON job (key) WHERE state = 'waiting';
CREATE INDEX job_key_running ON job (key) WHERE state = 'running';
ALTER TABLE job ENABLE ROW LEVEL SECURITY;
-- The keeper hands work out and sees nothing but this table.
CREATE POLICY job_read ON job FOR SELECT TO kaohe_app
  USING (person = kaohe_person() OR ticket_hash = kaohe_token() OR kaohe_role() = 'job-keeper');
CREATE POLICY job_update ON job FOR UPDATE TO kaohe_app
  USING (person = kaohe_person() OR ticket_hash = kaohe_token() OR kaohe_role() = 'job-keeper')
  WITH CHECK (person = kaohe_person() OR ticket_hash = kaohe_token() OR kaohe_role() = 'job-keeper');
CREATE POLICY job_ask ON job FOR INSERT TO kaohe_app
  WITH CHECK (person = kaohe_person() AND post = kaohe_post() AND org = kaohe_org());
-- Whoever writes a message asks for its way out, here or above, and learns nothing by it.
CREATE POLICY job_announce ON job FOR INSERT TO kaohe_app
  WITH CHECK (person IS NULL AND (kaohe_reaches(org) OR org = ANY (kaohe_path())));
CREATE POLICY job_deliver ON job FOR INSERT TO kaohe_app
  WITH CHECK (kind = 'deliver' AND kaohe_role() = 'messenger' AND kaohe_reaches(org));
CREATE POLICY job_tidy ON job FOR DELETE TO kaohe_app
  USING (kaohe_role() = 'job-keeper' AND ended_at IS NOT NULL);
GRANT SELECT, INSERT, DELETE,
  UPDATE (state, done, total, said, cancelling, attempts, not_before, ticket_hash, lease_until, problem,
    page, begun_at, ended_at)
  ON job TO kaohe_app;

-- What a job works on, and what comes of it; gone with the job a few days after its end.
CREATE TABLE job_file (
  org uuid NOT NULL,
  job uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('input', 'result')),
  person uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  type text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (org, job, part),
  FOREIGN KEY (org, job) REFERENCES job ON DELETE CASCADE
);
-- Workbooks and archives are compressed already.
ALTER TABLE job_file ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE job_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_file_all ON job_file TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, DELETE ON job_file TO kaohe_app;

-- The door of work: whoever holds the ticket of running work acts as the one who asked for it, on the post
-- of then, while it runs. (Who could ask on an administrator's post had shown two factors.) Without a person
-- it acts for the organisation, as messenger.
CREATE FUNCTION kaohe_enter_job(ticket bytea)
RETURNS TABLE (
  job uuid, person uuid, person_name text, post uuid, role text, org uuid, org_name text, path uuid[])
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  held job;
  called text;
  acted post;
  home unit;
BEGIN
  PERFORM set_config('kaohe.token', encode(ticket, 'hex'), true);
  SELECT * INTO held FROM job j
    WHERE j.ticket_hash = ticket AND j.state = 'running' AND j.lease_until > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF held.person IS NULL THEN
    PERFORM set_config('kaohe.org', held.org::text, true), set_config('kaohe.role', 'messenger', true);
    home := kaohe_stand_at(held.org);
    RETURN QUERY SELECT held.id, NULL::uuid, NULL::text, NULL::uuid, NULL::text, held.org, home.name, home.path;
    RETURN;
  END IF;
  PERFORM set_config('kaohe.person', held.person::text, true);
  SELECT p.name INTO called FROM person p WHERE p.id = held.person AND p.ended_at IS NULL;
  IF FOUND AND held.post IS NOT NULL THEN acted := kaohe_act_on(held.post, 2); END IF;
  IF called IS NULL OR acted.id IS DISTINCT FROM held.post THEN
    PERFORM set_config('kaohe.person', '', true), set_config('kaohe.org', '', true),
      set_config('kaohe.post', '', true), set_config('kaohe.role', '', true);
    RETURN;
  END IF;
  IF held.post IS NOT NULL THEN home := kaohe_stand_at(acted.org); END IF;
  RETURN QUERY SELECT held.id, held.person, called, acted.id, acted.role, acted.org, home.name, home.path;
END $$;
