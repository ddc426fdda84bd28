-- What the organiser said of each kind of unit of the tree: as what such units are assessed, and on which level
-- of the scheme they stand. {"旗县": {"type": null, "level": "county"}}; where nothing is said the names say it.
ALTER TABLE cycle ADD COLUMN kinds jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(kinds) = 'object');
