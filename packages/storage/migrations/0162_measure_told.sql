-- The messenger looks each morning for what is due, and sees of measures those alone.
CREATE POLICY followup_due ON followup FOR SELECT TO kaohe_app
  USING (org = kaohe_org() AND kaohe_role() = 'messenger' AND state = 'open' AND due_on IS NOT NULL);

-- Who looks after a measure is reminded of its day, as a person: the post says what he does, not what he was given.
CREATE POLICY message_to_owner ON message FOR INSERT TO kaohe_app WITH CHECK (
  org = kaohe_org() AND kaohe_role() = 'messenger'
  AND person IN (SELECT owner FROM followup WHERE followup.org = kaohe_org()));
