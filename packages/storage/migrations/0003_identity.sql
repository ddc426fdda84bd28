-- Equality beside ranges in one exclusion (post_one_duty).
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Days are days in China, wherever the server stands.
CREATE FUNCTION kaohe_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (now() AT TIME ZONE 'Asia/Shanghai')::date;

-- The post in use.
CREATE FUNCTION kaohe_post() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kaohe.post', true), '')::uuid;

CREATE FUNCTION kaohe_is_administrator(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN role IN ('system-administrator', 'security-administrator', 'audit-administrator');

-- The login is given by the system and says nothing of its owner.
CREATE TABLE person (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  login text NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id)
);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_read ON person FOR SELECT TO kaohe_app
  USING (id = kaohe_person() OR login = kaohe_login() OR kaohe_reaches(org));
CREATE POLICY person_insert ON person FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(org) AND kaohe_role() = 'system-administrator');
CREATE POLICY person_update ON person FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org) AND kaohe_role() = 'system-administrator')
  WITH CHECK (kaohe_reaches(org) AND kaohe_role() = 'system-administrator');
GRANT SELECT, INSERT, UPDATE ON person TO kaohe_app;

-- A role that a person holds at an organisation, from a day (included) to a day (not included).
-- A delegation is a post for a period that names the post it stands in for.
CREATE TABLE post (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  person uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  department uuid,
  from_on date NOT NULL DEFAULT kaohe_today(),
  to_on date,
  stands_in_for uuid,
  duty text NOT NULL GENERATED ALWAYS AS
    (CASE WHEN kaohe_is_administrator(role) THEN role ELSE 'work' END) STORED,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, department) REFERENCES department,
  FOREIGN KEY (org, stands_in_for) REFERENCES post (org, id),
  CHECK (to_on >= from_on),
  -- The three administrators are three persons, and none of them does the work that they look after. A
  -- constraint sees all rows, also those of organisations that the asker does not.
  CONSTRAINT post_one_duty EXCLUDE USING gist
    (person WITH =, duty WITH <>, daterange(from_on, to_on) WITH &&)
);
CREATE INDEX post_person ON post (person);
CREATE INDEX post_stands_in ON post (stands_in_for) WHERE stands_in_for IS NOT NULL;
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_read ON post FOR SELECT TO kaohe_app
  USING (person = kaohe_person() OR kaohe_reaches(org));
-- Granted by the security administrator, never to himself; or the post in use lent to another.
CREATE POLICY post_insert ON post FOR INSERT TO kaohe_app WITH CHECK (
  person IS DISTINCT FROM kaohe_person() AND kaohe_reaches(org)
  AND (kaohe_role() = 'security-administrator'
    OR (stands_in_for = kaohe_post() AND org = kaohe_org() AND role = kaohe_role()
      AND to_on IS NOT NULL AND NOT kaohe_is_administrator(role))));
CREATE POLICY post_update ON post FOR UPDATE TO kaohe_app
  USING (person IS DISTINCT FROM kaohe_person() AND kaohe_reaches(org)
    AND (kaohe_role() = 'security-administrator' OR stands_in_for = kaohe_post()))
  WITH CHECK (person IS DISTINCT FROM kaohe_person() AND kaohe_reaches(org)
    AND (kaohe_role() = 'security-administrator' OR stands_in_for = kaohe_post()));
GRANT SELECT, INSERT, UPDATE (to_on) ON post TO kaohe_app;

-- Read by the person alone, or at the door by who names the login.
CREATE TABLE credential (
  person uuid PRIMARY KEY REFERENCES person (id),
  password_hash text,
  -- Sealed with a key that is not in the database.
  totp_secret bytea,
  -- Shown as a picture and not yet answered with a code.
  totp_offered bytea,
  totp_last_step bigint,
  recovery_hashes bytea[] NOT NULL DEFAULT '{}',
  changed_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY credential_all ON credential TO kaohe_app
  USING (person = kaohe_person()
    OR EXISTS (SELECT FROM person p WHERE p.id = credential.person AND p.login = kaohe_login()))
  WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, UPDATE ON credential TO kaohe_app;

-- Failures count for a login and for an address together, so that nobody can lock others out; and for an
-- address with the login left empty, against trying one password at many logins.
CREATE TABLE failed_sign_in (
  login_hash bytea NOT NULL,
  address_hash bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (login_hash, address_hash)
);
CREATE INDEX failed_sign_in_last ON failed_sign_in (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON failed_sign_in TO kaohe_app;

-- A session with fewer factors than it requires opens nothing but the page that asks for the next one.
CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL UNIQUE,
  person uuid NOT NULL REFERENCES person (id),
  post uuid REFERENCES post (id),
  factors integer NOT NULL,
  required integer NOT NULL DEFAULT 1,
  wrong_codes integer NOT NULL DEFAULT 0,
  agent text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  -- Unused for so long it is over, and at this instant in any case: as was set when it began.
  idle interval NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_person ON session (person);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_all ON session TO kaohe_app
  USING (person = kaohe_person() OR token_hash = kaohe_token())
  WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO kaohe_app;

-- Whoever brings the token may choose the password, once.
CREATE TABLE invitation (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person uuid NOT NULL REFERENCES person (id),
  token_hash bytea NOT NULL UNIQUE,
  invited_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org, id)
);
CREATE INDEX invitation_person ON invitation (person);
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_read ON invitation FOR SELECT TO kaohe_app
  USING (token_hash = kaohe_token() OR kaohe_reaches(org));
CREATE POLICY invitation_insert ON invitation FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(org) AND kaohe_role() = 'system-administrator');
CREATE POLICY invitation_update ON invitation FOR UPDATE TO kaohe_app
  USING (token_hash = kaohe_token() OR (kaohe_reaches(org) AND kaohe_role() = 'system-administrator'))
  WITH CHECK (token_hash = kaohe_token() OR (kaohe_reaches(org) AND kaohe_role() = 'system-administrator'));
GRANT SELECT, INSERT, UPDATE (expires_at, used_at) ON invitation TO kaohe_app;

-- Who lost the second factor may set up a new one. It takes the security administrator, while a new
-- password takes the system administrator: neither can enter for another alone.
CREATE TABLE factor_release (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person uuid NOT NULL REFERENCES person (id),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org, id)
);
CREATE INDEX factor_release_person ON factor_release (person);
ALTER TABLE factor_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY factor_release_read ON factor_release FOR SELECT TO kaohe_app
  USING (person = kaohe_person() OR kaohe_reaches(org));
CREATE POLICY factor_release_insert ON factor_release FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(org) AND kaohe_role() = 'security-administrator'
    AND person IS DISTINCT FROM kaohe_person());
CREATE POLICY factor_release_update ON factor_release FOR UPDATE TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, UPDATE (used_at) ON factor_release TO kaohe_app;

-- Who somebody is elsewhere. The key is the hash of issuer and subject: at the door it is all that is known.
CREATE TABLE federated_login (
  org uuid NOT NULL REFERENCES unit,
  person uuid NOT NULL REFERENCES person (id),
  key bytea NOT NULL UNIQUE,
  issuer text NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (org, person, issuer)
);
ALTER TABLE federated_login ENABLE ROW LEVEL SECURITY;
CREATE POLICY federated_login_read ON federated_login FOR SELECT TO kaohe_app
  USING (key = kaohe_token() OR kaohe_reaches(org));
CREATE POLICY federated_login_insert ON federated_login FOR INSERT TO kaohe_app
  WITH CHECK (kaohe_reaches(org) AND kaohe_role() = 'system-administrator');
CREATE POLICY federated_login_delete ON federated_login FOR DELETE TO kaohe_app
  USING (kaohe_reaches(org) AND kaohe_role() = 'system-administrator');
GRANT SELECT, INSERT, DELETE ON federated_login TO kaohe_app;

-- A program acts for a person on one of his posts, until a day, and reads only unless it may write.
CREATE TABLE api_token (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person uuid NOT NULL REFERENCES person (id),
  post uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  scope text NOT NULL CHECK (scope IN ('read', 'write')),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (org, id),
  FOREIGN KEY (org, post) REFERENCES post (org, id)
);
CREATE INDEX api_token_person ON api_token (person);
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_token_all ON api_token TO kaohe_app
  USING (person = kaohe_person() OR token_hash = kaohe_token())
  WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT, UPDATE (used_at, revoked_at) ON api_token TO kaohe_app;

-- Whether anyone was ever set up here, whether it is the demonstration, and who may set it up: no word
-- about anyone.
CREATE TABLE installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  empty boolean NOT NULL DEFAULT true,
  demo boolean NOT NULL DEFAULT false,
  setup_hashes bytea[] NOT NULL DEFAULT '{}'
);
INSERT INTO installation DEFAULT VALUES;
GRANT SELECT, UPDATE (empty, demo, setup_hashes) ON installation TO kaohe_app;

-- The post in use, if it runs today; and the database told of it. What set_config returns is taken into `told`:
-- so it is a mere expression, where PERFORM would be a query.
CREATE FUNCTION kaohe_act_on(wanted uuid, factors integer)
RETURNS post LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  acted post;
  told text;
BEGIN
  SELECT * INTO acted FROM post p
    WHERE p.id = wanted AND p.from_on <= kaohe_today() AND (p.to_on IS NULL OR p.to_on > kaohe_today());
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- An administrator needs two factors; in the demonstration, whose passwords all know, one.
  IF kaohe_is_administrator(acted.role) AND factors < 2 THEN
    IF NOT (SELECT i.demo FROM installation i) THEN RETURN NULL; END IF;
  END IF;
  told := set_config('kaohe.org', acted.org::text, true);
  told := set_config('kaohe.post', acted.id::text, true);
  told := set_config('kaohe.role', acted.role, true);
  RETURN acted;
END $$;

CREATE FUNCTION kaohe_stand_at(at uuid)
RETURNS unit LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  home unit;
  told text;
BEGIN
  SELECT * INTO home FROM unit u WHERE u.id = at;
  told := set_config('kaohe.path', home.path::text, true);
  RETURN home;
END $$;

-- The door: one call tells the database who holds the token, and returns the same to the server. Nothing is
-- returned, and nothing set, for a token without a session, a session that ended, was idle too long or lacks a
-- factor, or a person who left; no post for a post out of its period.
CREATE FUNCTION kaohe_enter(token bytea)
RETURNS TABLE (
  session uuid, person uuid, person_name text, factors integer,
  post uuid, role text, department uuid, org uuid, org_name text, path uuid[])
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  held session;
  acted post;
  home unit;
  told text;
BEGIN
  told := set_config('kaohe.token', encode(token, 'hex'), true);
  SELECT * INTO held FROM session s WHERE s.token_hash = token AND s.expires_at > now()
    AND s.seen_at > now() - s.idle AND s.factors >= s.required;
  IF NOT FOUND THEN RETURN; END IF;
  told := set_config('kaohe.person', held.person::text, true);
  SELECT p.name INTO person_name FROM person p WHERE p.id = held.person AND p.ended_at IS NULL;
  IF NOT FOUND THEN
    told := set_config('kaohe.person', '', true);
    RETURN;
  END IF;
  -- Once a minute, and not while another request of the same session is at it.
  IF held.seen_at < now() - interval '1 minute' THEN
    UPDATE session SET seen_at = now()
      WHERE id = (SELECT s.id FROM session s WHERE s.id = held.id FOR UPDATE SKIP LOCKED);
  END IF;
  acted := kaohe_act_on(held.post, held.factors);
  IF acted.id IS NOT NULL THEN home := kaohe_stand_at(acted.org); END IF;
  session := held.id; person := held.person; factors := held.factors;
  post := acted.id; role := acted.role; department := acted.department;
  org := acted.org; org_name := home.name; path := home.path;
  RETURN NEXT;
END $$;

-- The door of programs. Administrators have none: a token is one factor.
CREATE FUNCTION kaohe_enter_program(token bytea)
RETURNS TABLE (
  session uuid, person uuid, person_name text, factors integer,
  post uuid, role text, department uuid, org uuid, org_name text, path uuid[], scope text)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  held api_token;
  called text;
  acted post;
  home unit;
  told text;
BEGIN
  told := set_config('kaohe.token', encode(token, 'hex'), true);
  SELECT * INTO held FROM api_token t
    WHERE t.token_hash = token AND t.expires_at > now() AND t.revoked_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  told := set_config('kaohe.person', held.person::text, true);
  SELECT p.name INTO called FROM person p WHERE p.id = held.person AND p.ended_at IS NULL;
  IF FOUND THEN acted := kaohe_act_on(held.post, 1); END IF;
  IF acted.id IS NULL OR kaohe_is_administrator(acted.role) THEN
    told := set_config('kaohe.person', '', true);
    told := set_config('kaohe.org', '', true);
    RETURN;
  END IF;
  home := kaohe_stand_at(acted.org);
  IF held.used_at IS NULL OR held.used_at < now() - interval '1 minute' THEN
    UPDATE api_token SET used_at = now() WHERE (api_token.org, api_token.id) =
      (SELECT t.org, t.id FROM api_token t WHERE t.id = held.id FOR UPDATE SKIP LOCKED);
  END IF;
  RETURN QUERY SELECT held.id, held.person, called, 1,
    acted.id, acted.role, acted.department, acted.org, home.name, home.path, held.scope;
END $$;

-- The posts a person may switch between. One may know the names of the organisations one serves, also where
-- the post in use does not reach them; so this looks at each as if that post were in use.
CREATE FUNCTION kaohe_own_posts()
RETURNS TABLE (id uuid, role text, org uuid, org_name text, stands_in boolean, to_on date)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  before text := current_setting('kaohe.org', true);
  held record;
BEGIN
  FOR held IN
    SELECT p.* FROM post p
    WHERE p.person = kaohe_person() AND p.from_on <= kaohe_today()
      AND (p.to_on IS NULL OR p.to_on > kaohe_today())
    ORDER BY p.stands_in_for IS NOT NULL, p.from_on, p.id
  LOOP
    PERFORM set_config('kaohe.org', held.org::text, true);
    RETURN QUERY SELECT held.id, held.role, held.org, u.name, held.stands_in_for IS NOT NULL, held.to_on
      FROM unit u WHERE u.id = held.org;
  END LOOP;
  PERFORM set_config('kaohe.org', coalesce(before, ''), true);
END $$;
