-- A desk that was agreed to is opened again by two persons: one asks, with the reason, another agrees.
ALTER TABLE desk
  ADD COLUMN reopen_by uuid REFERENCES person (id),
  ADD COLUMN reopen_because text CHECK (reopen_because <> ''),
  ADD COLUMN reopen_at timestamptz,
  ADD CHECK ((reopen_by IS NULL) = (reopen_because IS NULL)),
  ADD CHECK ((reopen_by IS NULL) = (reopen_at IS NULL)),
  ADD CHECK (reopen_by IS NULL OR state = 'approved');
