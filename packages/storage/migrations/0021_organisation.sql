-- Peer groups for separate ranking; a unit without one is compared with those without one.
ALTER TABLE unit ADD COLUMN peer_group text CHECK (peer_group <> '');

CREATE INDEX unit_parent ON unit (parent);
CREATE INDEX unit_place_parent ON unit_place (parent, from_on);
CREATE INDEX unit_lineage_earlier ON unit_lineage (earlier);

-- Every ending of every name that a unit has or had, in lower case: a part of a name is the beginning of one
-- of its endings, so a search is a range of this index. Comparisons of text are leakproof, so PostgreSQL may
-- use the index below row security, which it may not for a pattern or for an array. No foreign key: a row can
-- only be written of a unit that is there, and units stay for ever.
CREATE TABLE unit_ending (
  ending text COLLATE "C" NOT NULL,
  org uuid NOT NULL,
  PRIMARY KEY (ending, org)
);
ALTER TABLE unit_ending ENABLE ROW LEVEL SECURITY;
-- What kaohe_reaches(org) says, written out: a function with a query in it is started anew for each row, and
-- an import of fifty thousand units writes half a million rows.
CREATE POLICY unit_ending_all ON unit_ending TO kaohe_app
  USING (EXISTS (SELECT FROM unit WHERE unit.id = unit_ending.org AND unit.path @> ARRAY[kaohe_org()]))
  WITH CHECK (EXISTS (SELECT FROM unit WHERE unit.id = unit_ending.org AND unit.path @> ARRAY[kaohe_org()]));
GRANT SELECT, INSERT ON unit_ending TO kaohe_app;
ALTER POLICY unit_place_all ON unit_place
  USING (EXISTS (SELECT FROM unit WHERE unit.id = unit_place.org AND unit.path @> ARRAY[kaohe_org()]))
  WITH CHECK (EXISTS (SELECT FROM unit WHERE unit.id = unit_place.org AND unit.path @> ARRAY[kaohe_org()]));
ALTER POLICY unit_attribute_all ON unit_attribute
  USING (EXISTS (SELECT FROM unit WHERE unit.id = unit_attribute.org AND unit.path @> ARRAY[kaohe_org()]))
  WITH CHECK (EXISTS (SELECT FROM unit WHERE unit.id = unit_attribute.org AND unit.path @> ARRAY[kaohe_org()]));

INSERT INTO unit_ending (ending, org)
  SELECT substr(lower(name), start), org
  FROM (SELECT org, name FROM unit_place
    UNION SELECT id, short_name FROM unit WHERE short_name IS NOT NULL) AS named,
    generate_series(1, length(name)) AS start
  ON CONFLICT DO NOTHING;

ALTER TABLE unit_attribute ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Whom to ask at a unit. A contact needs no account.
CREATE TABLE contact (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name <> ''),
  duty text NOT NULL DEFAULT '',
  -- Sealed by the server's key: the database alone does not tell it.
  phone text NOT NULL DEFAULT '',
  ended_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id)
);
ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_all ON contact TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON contact TO kaohe_app;

-- Who answers for a unit beside itself: its Party committee, its district. Some are no unit of this tree.
CREATE TABLE answers_for (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body uuid REFERENCES unit,
  name text CHECK (name <> ''),
  capacity text NOT NULL CHECK (capacity <> ''),
  from_on date NOT NULL,
  to_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org, id),
  CHECK (num_nonnulls(body, name) = 1),
  CHECK (body <> org),
  CHECK (to_on >= from_on)
);
ALTER TABLE answers_for ENABLE ROW LEVEL SECURITY;
CREATE POLICY answers_for_all ON answers_for TO kaohe_app
  USING (kaohe_reaches(org)) WITH CHECK (kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE ON answers_for TO kaohe_app;
