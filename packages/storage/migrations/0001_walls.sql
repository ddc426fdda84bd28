-- Who is asking. The server sets these for each transaction (see src/acting.ts); what is not set is null,
-- and a null finds no row. After a transaction an unset setting is an empty string, not null.
CREATE FUNCTION kaohe_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kaohe.org', true), '')::uuid;

-- The own organisation and those above it.
CREATE FUNCTION kaohe_path() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kaohe.path', true), '')::uuid[];

CREATE FUNCTION kaohe_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kaohe.person', true), '')::uuid;

CREATE FUNCTION kaohe_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kaohe.role', true), '');

-- What a person without a session brings: the one row that it names can be read, and no other.
CREATE FUNCTION kaohe_token() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN decode(nullif(current_setting('kaohe.token', true), ''), 'hex');

CREATE FUNCTION kaohe_login() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kaohe.login', true), '');

GRANT USAGE ON SCHEMA public TO kaohe_app;
