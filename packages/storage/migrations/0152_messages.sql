-- Messages are kept for a time. The messenger, who looks for whom to tell outside, removes what is old below his
-- organisation; what is younger than ninety days nobody can remove, whatever is set.
ALTER TABLE message_seen DROP CONSTRAINT message_seen_org_message_fkey,
  ADD FOREIGN KEY (org, message) REFERENCES message ON DELETE CASCADE;
ALTER TABLE message_sent DROP CONSTRAINT message_sent_org_message_fkey,
  ADD FOREIGN KEY (org, message) REFERENCES message ON DELETE CASCADE;
CREATE INDEX message_sent_message ON message_sent (org, message);
CREATE INDEX message_seen_message ON message_seen (org, message);
CREATE INDEX message_at ON message (at);
CREATE POLICY message_purge ON message FOR DELETE TO kaohe_app USING (
  kaohe_role() = 'messenger' AND kaohe_reaches(org) AND at < now() - interval '90 days');
GRANT DELETE ON message TO kaohe_app;
