-- What happened and concerns somebody: whoever holds one of the roles at the organisation, or one person.
-- Who writes it need not know who that is.
CREATE TABLE message (
  org uuid NOT NULL REFERENCES unit,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  roles text[] NOT NULL DEFAULT '{}',
  person uuid,
  kind text NOT NULL,
  -- In words, as the application shows it. Outside it only the kind and the title of the cycle are told.
  title text NOT NULL CHECK (title <> ''),
  text text,
  cycle text,
  -- Where in the application it leads.
  page text NOT NULL CHECK (page LIKE '/%'),
  -- Told once: a second one of the same key is none.
  key text,
  at timestamptz NOT NULL,
  -- Those who want it outside too have been looked for.
  announced boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org, id),
  UNIQUE (org, key)
);
CREATE INDEX message_org ON message (org, at DESC);
CREATE INDEX message_new ON message (org) WHERE NOT announced;
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_read ON message FOR SELECT TO kaohe_app USING (
  person = kaohe_person()
  OR (person IS NULL AND EXISTS (
    SELECT FROM post p WHERE p.person = kaohe_person() AND p.org = message.org
      AND p.role = ANY (message.roles)
      AND p.from_on <= kaohe_today() AND (p.to_on IS NULL OR p.to_on > kaohe_today())))
  OR (kaohe_role() = 'messenger' AND kaohe_reaches(org)));
-- Down, here, and up; to one person only from himself (his work has ended).
CREATE POLICY message_write ON message FOR INSERT TO kaohe_app WITH CHECK (
  (kaohe_reaches(org) OR org = ANY (kaohe_path())) AND (person IS NULL OR person = kaohe_person()));
CREATE POLICY message_announce ON message FOR UPDATE TO kaohe_app
  USING (kaohe_role() = 'messenger' AND kaohe_reaches(org))
  WITH CHECK (kaohe_role() = 'messenger' AND kaohe_reaches(org));
GRANT SELECT, INSERT, UPDATE (announced) ON message TO kaohe_app;

CREATE TABLE message_seen (
  person uuid NOT NULL REFERENCES person (id),
  org uuid NOT NULL,
  message uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person, org, message),
  FOREIGN KEY (org, message) REFERENCES message
);
ALTER TABLE message_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_seen_all ON message_seen TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT ON message_seen TO kaohe_app;

-- Where else a person wants to be told. The messenger sees that there is one, and can open nothing: address
-- and secret are sealed with a key that is not in the database.
CREATE TABLE message_channel (
  person uuid NOT NULL REFERENCES person (id),
  channel text NOT NULL CHECK (channel IN ('mail', 'wecom', 'dingtalk', 'feishu')),
  address bytea NOT NULL,
  secret bytea,
  -- Used from here on: its owner has read the code that was sent to it.
  verified_at timestamptz,
  code_hash bytea,
  code_until timestamptz,
  code_sent_at timestamptz,
  wrong_codes integer NOT NULL DEFAULT 0,
  -- Why nothing is sent any more.
  off_because text,
  PRIMARY KEY (person, channel)
);
ALTER TABLE message_channel ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_channel_own ON message_channel TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
CREATE POLICY message_channel_messenger ON message_channel FOR SELECT TO kaohe_app USING (
  kaohe_role() = 'messenger' AND EXISTS (SELECT FROM post p WHERE p.person = message_channel.person));
GRANT SELECT, INSERT, UPDATE, DELETE ON message_channel TO kaohe_app;

-- What a person wants to be told where, and when not.
CREATE TABLE message_choice (
  person uuid PRIMARY KEY REFERENCES person (id),
  choice jsonb NOT NULL
);
ALTER TABLE message_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_choice_own ON message_choice TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
CREATE POLICY message_choice_messenger ON message_choice FOR SELECT TO kaohe_app USING (
  kaohe_role() = 'messenger' AND EXISTS (SELECT FROM post p WHERE p.person = message_choice.person));
GRANT SELECT, INSERT, UPDATE ON message_choice TO kaohe_app;

-- What has gone out, so that it does not go out again.
CREATE TABLE message_sent (
  person uuid NOT NULL REFERENCES person (id),
  channel text NOT NULL,
  org uuid NOT NULL,
  message uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person, channel, org, message),
  FOREIGN KEY (org, message) REFERENCES message
);
ALTER TABLE message_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_sent_all ON message_sent TO kaohe_app
  USING (person = kaohe_person()) WITH CHECK (person = kaohe_person());
GRANT SELECT, INSERT ON message_sent TO kaohe_app;
