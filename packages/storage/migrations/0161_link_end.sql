-- When a meeting was closed: links of judges end some days later.
ALTER TABLE meeting ADD COLUMN closed_at timestamptz;
