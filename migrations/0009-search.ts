type Mirror = { table: string; kind: string; title: string; body: string; campaign: string };

/** `new.` stands before each column in the expressions: they are read inside a trigger. */
const mirrors: readonly Mirror[] = [
  {
    table: "proof_point",
    kind: "proof point",
    title: "new.code || ' ' || new.claim",
    body: "coalesce(new.edition, '') || ' ' || new.caveat",
    campaign: "new.campaign_id",
  },
  {
    table: "objection",
    kind: "objection",
    title: "new.name",
    body: "new.says || ' ' || new.reply || ' ' || new.who",
    campaign: "new.campaign_id",
  },
  {
    table: "source",
    kind: "source",
    title: "new.title",
    body: "new.publisher || ' ' || coalesce(new.address, '')",
    campaign: "new.campaign_id",
  },
  { table: "organisation", kind: "organisation", title: "new.name", body: "new.kind", campaign: "NULL" },
  {
    table: "contact",
    kind: "contact",
    title: "new.name",
    body: "new.title || ' ' || new.office",
    campaign: "NULL",
  },
  { table: "audience", kind: "audience", title: "new.name", body: "new.kind", campaign: "NULL" },
  {
    table: "objective",
    kind: "objective",
    title: "new.sentence",
    body: "new.indicator",
    campaign: "new.campaign_id",
  },
  {
    table: "outreach_event",
    kind: "outreach event",
    title: "new.title",
    body: "new.place || ' ' || new.ask || ' ' || new.kind",
    campaign: "new.campaign_id",
  },
  {
    table: "outcome",
    kind: "outcome",
    title: "(SELECT e.title FROM outreach_event e WHERE e.id = new.outreach_event_id)",
    body: "new.said || ' ' || new.impression || ' ' || new.assessment || ' ' || new.ask_answer",
    campaign: "new.campaign_id",
  },
  { table: "follow_up", kind: "follow-up", title: "new.text", body: "''", campaign: "new.campaign_id" },
  {
    table: "talking_points",
    kind: "talking points",
    title: "new.title",
    body: "new.ask || ' ' || new.objective || ' ' || new.speaker || ' ' || coalesce((SELECT group_concat(b.heading || ' ' || b.text, ' ') FROM talking_points_block b WHERE b.talking_points_id = new.id), '')",
    campaign: "new.campaign_id",
  },
];

function mirrorTriggers({ table, kind, title, body, campaign }: Mirror): string {
  return `
CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body) VALUES ('${kind}', new.id, ${campaign}, ${title}, ${body});
END;
CREATE TRIGGER search_${table}_changed AFTER UPDATE ON ${table} BEGIN
  UPDATE search_entry SET campaign_id = ${campaign}, title = ${title}, body = ${body} WHERE kind = '${kind}' AND record_id = new.id;
END;
CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} BEGIN
  DELETE FROM search_entry WHERE kind = '${kind}' AND record_id = old.id;
END;`;
}

const latestRevision = (message: string) => `
  DELETE FROM search_entry WHERE kind = 'key message' AND record_id = ${message};
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'key message', m.id, m.campaign_id, r.title, r.statement || ' ' || r.talking_point || ' ' || r.avoid || ' ' || r.note
  FROM key_message m JOIN message_revision r ON r.key_message_id = m.id
  WHERE m.id = ${message} ORDER BY r.number DESC LIMIT 1;`;

const paperAgain = (paper: string) => `
  UPDATE talking_points SET changed_at = changed_at WHERE id = ${paper};`;

/** What `/find` looks through; kept right by triggers, so no change can forget it. */
export const search = {
  name: "0009-search",
  sql: `
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  campaign_id TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, record_id)
) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5 (
  title, body, content = 'search_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
  INSERT INTO search_text (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
  INSERT INTO search_text (search_text, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER search_entry_changed AFTER UPDATE OF title, body ON search_entry
WHEN old.title <> new.title OR old.body <> new.body BEGIN
  INSERT INTO search_text (search_text, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO search_text (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
${mirrors.map(mirrorTriggers).join("\n")}
CREATE TRIGGER search_message_revision_added AFTER INSERT ON message_revision BEGIN ${latestRevision("new.key_message_id")}
END;
CREATE TRIGGER search_message_revision_changed AFTER UPDATE ON message_revision BEGIN ${latestRevision("new.key_message_id")}
END;
CREATE TRIGGER search_message_revision_removed AFTER DELETE ON message_revision BEGIN ${latestRevision("old.key_message_id")}
END;
CREATE TRIGGER search_key_message_removed AFTER DELETE ON key_message BEGIN
  DELETE FROM search_entry WHERE kind = 'key message' AND record_id = old.id;
END;
CREATE TRIGGER search_block_added AFTER INSERT ON talking_points_block BEGIN ${paperAgain("new.talking_points_id")}
END;
CREATE TRIGGER search_block_changed AFTER UPDATE OF heading, text ON talking_points_block BEGIN ${paperAgain("new.talking_points_id")}
END;
CREATE TRIGGER search_block_removed AFTER DELETE ON talking_points_block BEGIN ${paperAgain("old.talking_points_id")}
END;
`,
};
