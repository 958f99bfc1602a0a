/**
 * What a campaign's figures were worked out with since when: every estimate of the six parameters, with its date and the
 * number of ratings. An estimate that came to nothing is kept too, with the usual values that hold after it. Rows are never
 * changed. `observations_state` says which observations were there.
 */
export const effectivenessFits = {
  name: "0031-effectiveness-fits",
  sql: `
CREATE TABLE effectiveness_fit (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  fitted_at TEXT NOT NULL,
  as_of TEXT NOT NULL,
  notes INTEGER NOT NULL CHECK (notes >= 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('estimated', 'too few notes', 'not found')),
  sigma REAL NOT NULL CHECK (sigma > 0 AND sigma < 1e6),
  tau REAL NOT NULL CHECK (tau > 0 AND tau < 1e6),
  half_life_days REAL NOT NULL CHECK (half_life_days BETWEEN 30 AND 1460),
  sd_message REAL NOT NULL CHECK (sd_message > 0 AND sd_message < 1e6),
  sd_audience REAL NOT NULL CHECK (sd_audience > 0 AND sd_audience < 1e6),
  sd_rater REAL NOT NULL CHECK (sd_rater > 0 AND sd_rater < 1e6),
  objective REAL,
  asked TEXT NOT NULL CHECK (asked IN ('nightly', 'on request')),
  requested_by TEXT REFERENCES account ON DELETE RESTRICT,
  observations_state TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((outcome = 'estimated') = (objective IS NOT NULL)),
  CHECK ((asked = 'on request') = (requested_by IS NOT NULL))
) STRICT;
CREATE INDEX effectiveness_fit_of_campaign ON effectiveness_fit (campaign_id, fitted_at);
`,
} as const;
