CREATE TABLE person (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id)
);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_all ON person TO kaohe_app
  USING (kaohe_reaches(org) OR id = kaohe_person()) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON person TO kaohe_app;

-- A role that a person holds at an organisation, from a day (included) to a day (not included).
-- A delegation is a post for a period that names the post it stands in for.
CREATE TABLE post (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  person uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  department uuid,
  from_on date NOT NULL DEFAULT current_date,
  to_on date,
  stands_in_for uuid,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, department) REFERENCES department,
  FOREIGN KEY (org, stands_in_for) REFERENCES post (org, id),
  CHECK (to_on > from_on)
);
CREATE INDEX post_person ON post (person);
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_all ON post TO kaohe_app
  USING (kaohe_reaches(org) OR person = kaohe_person()) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON post TO kaohe_app;

-- Read by the person alone, or at the door by who names the login.
CREATE TABLE credential (
  person uuid PRIMARY KEY REFERENCES person (id),
  login text NOT NULL UNIQUE,
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  recovery_hashes bytea[] NOT NULL DEFAULT '{}',
  changed_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY credential_all ON credential TO kaohe_app
  USING (person = kaohe_person() OR login = kaohe_login())
  WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, UPDATE ON credential TO kaohe_app;

-- Failures count for a login and for an address together, so that nobody can lock others out.
CREATE TABLE failed_sign_in (
  login_hash bytea NOT NULL,
  address_hash bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (login_hash, address_hash)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON failed_sign_in TO kaohe_app;

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL UNIQUE,
  person uuid NOT NULL REFERENCES person (id),
  post uuid REFERENCES post (id),
  factors integer NOT NULL,
  agent text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_person ON session (person);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_all ON session TO kaohe_app
  USING (person = kaohe_person() OR token_hash = kaohe_token())
  WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO kaohe_app;

CREATE TABLE invitation (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person uuid NOT NULL REFERENCES person (id),
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org, id)
);
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_all ON invitation TO kaohe_app
  USING (kaohe_reaches(org) OR token_hash = kaohe_token())
  WITH CHECK (kaohe_reaches(org) OR token_hash = kaohe_token());
GRANT SELECT, INSERT, UPDATE ON invitation TO kaohe_app;

-- The door: one call tells the database who holds the token, and returns the same to the server. Nothing is
-- returned, and nothing set, for a token without a session, a session that ended, or a post out of its period.
CREATE FUNCTION kaohe_enter(token bytea)
RETURNS TABLE (
  session uuid, person uuid, person_name text, factors integer,
  post uuid, role text, department uuid, org uuid, org_name text, path uuid[])
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  held session;
  acted post;
  home unit;
BEGIN
  PERFORM set_config('kaohe.token', encode(token, 'hex'), true);
  SELECT * INTO held FROM session s WHERE s.token_hash = token AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('kaohe.person', held.person::text, true);
  SELECT * INTO acted FROM post p
    WHERE p.id = held.post AND p.from_on <= current_date AND (p.to_on IS NULL OR p.to_on > current_date);
  IF FOUND THEN
    PERFORM set_config('kaohe.org', acted.org::text, true);
    SELECT * INTO home FROM unit u WHERE u.id = acted.org;
    PERFORM set_config('kaohe.path', home.path::text, true);
    PERFORM set_config('kaohe.role', acted.role, true);
  END IF;
  RETURN QUERY SELECT held.id, held.person, p.name, held.factors,
    acted.id, acted.role, acted.department, acted.org, home.name, home.path
    FROM person p WHERE p.id = held.person AND p.ended_at IS NULL;
END $$;

-- The posts a person may switch between. One may know the names of the organisations one serves, also where
-- the post in use does not reach them; so this looks at each as if that post were in use.
CREATE FUNCTION kaohe_own_posts()
RETURNS TABLE (id uuid, role text, org uuid, org_name text)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  before text := current_setting('kaohe.org', true);
  held record;
BEGIN
  FOR held IN
    SELECT p.id, p.role, p.org FROM post p
    WHERE p.person = kaohe_person() AND p.from_on <= current_date
      AND (p.to_on IS NULL OR p.to_on > current_date)
    ORDER BY p.from_on, p.id
  LOOP
    PERFORM set_config('kaohe.org', held.org::text, true);
    RETURN QUERY SELECT held.id, held.role, held.org, u.name FROM unit u WHERE u.id = held.org;
  END LOOP;
  PERFORM set_config('kaohe.org', before, true);
END $$;

-- Whether anyone was ever set up here; one row, without a word about whom.
CREATE TABLE installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  empty boolean NOT NULL DEFAULT true
);
INSERT INTO installation DEFAULT VALUES;
GRANT SELECT, UPDATE (empty) ON installation TO kaohe_app;
