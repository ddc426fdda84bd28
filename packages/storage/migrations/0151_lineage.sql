-- What an earlier unit was called: who came out of it may not see its row.
ALTER TABLE unit_lineage ADD COLUMN earlier_name text;
UPDATE unit_lineage SET earlier_name = unit.name FROM unit WHERE unit.id = unit_lineage.earlier;

-- What a unit reported before it merged into another one, or another one was split from it, is what that one's
-- figures are compared with; of what came later the other one sees nothing. First whether there is any such
-- unit at all, which is asked once a statement.
ALTER POLICY entry_read ON entry
  USING (kaohe_reaches(org) OR (shared AND org = ANY (kaohe_path()))
    OR (org IN (SELECT earlier FROM unit_lineage) AND EXISTS (
      SELECT FROM unit_lineage l JOIN cycle c ON c.org = entry.committee AND c.id = entry.cycle
      WHERE l.earlier = entry.org AND c.ends_on < l.happened_on)));
