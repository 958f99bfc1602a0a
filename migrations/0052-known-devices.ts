export const knownDevices = {
  name: "0052-known-devices",
  sql: `
CREATE TABLE known_device (
  id_hash TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  signed_in_at TEXT NOT NULL,
  PRIMARY KEY (id_hash, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_device_of_account ON known_device (account_id, signed_in_at);
`,
};
