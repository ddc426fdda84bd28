-- The tree of organisations as it is today; where each stood before is in unit_place.
CREATE TABLE unit (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- From the top of the tree down to the unit itself.
  path uuid[] NOT NULL,
  parent uuid REFERENCES unit,
  kind text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  short_name text,
  founded_on date,
  ended_on date,
  version integer NOT NULL DEFAULT 1,
  CHECK (path[cardinality(path)] = id),
  CHECK (parent IS NOT DISTINCT FROM path[cardinality(path) - 1])
);
CREATE INDEX unit_path ON unit USING gin (path);
CREATE UNIQUE INDEX unit_name ON unit (parent, name) WHERE ended_on IS NULL;

ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
-- Below and oneself; and the names of those above.
CREATE POLICY unit_read ON unit FOR SELECT TO kaohe_app
  USING (path @> ARRAY[kaohe_org()] OR id = ANY (kaohe_path()));
CREATE POLICY unit_insert ON unit FOR INSERT TO kaohe_app
  WITH CHECK (path @> ARRAY[kaohe_org()]);
CREATE POLICY unit_update ON unit FOR UPDATE TO kaohe_app
  USING (path @> ARRAY[kaohe_org()]) WITH CHECK (path @> ARRAY[kaohe_org()]);
GRANT SELECT, INSERT, UPDATE ON unit TO kaohe_app;

CREATE FUNCTION kaohe_is_above(org uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT FROM unit WHERE unit.id = org AND unit.path @> ARRAY[kaohe_org()]);

-- May the asker see rows of this organisation: its own, or one below? Its own is told without looking for it. In
-- policies what costs little comes first: a row that it shows needs no look at the tree.
CREATE FUNCTION kaohe_reaches(org uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN org = kaohe_org() OR kaohe_is_above(org);

-- Where a unit stood, under which name and kind, from a day (included) to a day (not included).
CREATE TABLE unit_place (
  org uuid NOT NULL REFERENCES unit,
  from_on date NOT NULL,
  to_on date,
  parent uuid,
  name text NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (org, from_on),
  CHECK (to_on > from_on)
);
ALTER TABLE unit_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_place_all ON unit_place TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON unit_place TO kaohe_app;

-- Renamed, merged, split: what a unit of today was, so that results of years can be compared.
CREATE TABLE unit_lineage (
  org uuid NOT NULL REFERENCES unit,
  earlier uuid NOT NULL REFERENCES unit,
  happened_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merged', 'split')),
  PRIMARY KEY (org, earlier)
);
ALTER TABLE unit_lineage ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_lineage_all ON unit_lineage TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT ON unit_lineage TO kaohe_app;

-- What is known of a unit besides its name (members, youth population), since when and from where.
CREATE TABLE unit_attribute (
  org uuid NOT NULL REFERENCES unit,
  attribute text NOT NULL,
  known_on date NOT NULL,
  value text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (org, attribute, known_on)
);
ALTER TABLE unit_attribute ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_attribute_all ON unit_attribute TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON unit_attribute TO kaohe_app;

CREATE TABLE department (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name <> ''),
  ended_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  UNIQUE (org, name)
);
ALTER TABLE department ENABLE ROW LEVEL SECURITY;
CREATE POLICY department_read ON department FOR SELECT TO kaohe_app
  USING (org = ANY (kaohe_path()) OR kaohe_reaches(org));
CREATE POLICY department_insert ON department FOR INSERT TO kaohe_app WITH CHECK (kaohe_reaches(org));
CREATE POLICY department_update ON department FOR UPDATE TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON department TO kaohe_app;
