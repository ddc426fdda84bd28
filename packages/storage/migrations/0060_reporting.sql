-- A demonstration tells of a year gone by: its clock runs this many days behind. Nought in earnest.
ALTER TABLE cycle ADD COLUMN behind_days integer NOT NULL DEFAULT 0 CHECK (behind_days >= 0);

-- Units below those that are assessed report too (a school for its league), and units above them (a district
-- for its communities): what they report is of the cycle, though they are not assessed in it.
ALTER TABLE entry DROP CONSTRAINT entry_committee_cycle_org_fkey,
  ADD FOREIGN KEY (committee, cycle) REFERENCES cycle;
ALTER TABLE happening DROP CONSTRAINT happening_committee_cycle_org_fkey,
  ADD FOREIGN KEY (committee, cycle) REFERENCES cycle;
ALTER TABLE declared_complete DROP CONSTRAINT declared_complete_committee_cycle_org_fkey,
  ADD FOREIGN KEY (committee, cycle) REFERENCES cycle;
ALTER TABLE submission DROP CONSTRAINT submission_committee_cycle_org_fkey,
  ADD FOREIGN KEY (committee, cycle) REFERENCES cycle;
ALTER TABLE item_return DROP CONSTRAINT item_return_committee_cycle_org_fkey,
  ADD FOREIGN KEY (committee, cycle) REFERENCES cycle;
ALTER TABLE contest DROP CONSTRAINT contest_committee_cycle_org_fkey,
  ADD FOREIGN KEY (committee, cycle) REFERENCES cycle;

-- A datum of a unit above counts for all that it is above, so these see it; of its other data they see none.
ALTER TABLE entry ADD COLUMN shared boolean NOT NULL DEFAULT false;
ALTER POLICY entry_read ON entry
  USING (kaohe_reaches(org) OR (shared AND org = ANY (kaohe_path())));

-- A unit sees that those above it are assessed: it may have to report for them.
ALTER POLICY assessee_read ON assessee
  USING (kaohe_reaches(org) OR kaohe_reaches(unit) OR unit = ANY (kaohe_path()));

-- Uploads that were broken off are cleared away by the server itself: no person has this role, and it sees
-- only what was begun days ago.
CREATE POLICY upload_left ON upload FOR SELECT TO kaohe_app
  USING (kaohe_role() = 'upload-keeper' AND at < now() - interval '1 day');
CREATE POLICY upload_left_delete ON upload FOR DELETE TO kaohe_app
  USING (kaohe_role() = 'upload-keeper' AND at < now() - interval '1 day');
