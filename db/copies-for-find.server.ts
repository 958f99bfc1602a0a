import type { Schema } from "./schema.ts";

/** The records of one kind as Find knows them: where they are, under which title, by which words, in which campaign. */
type Findable = { kind: string; from: string; id: string; campaign: string; title: string; body: string };

/** The newest wording alone is found. */
const newest = (revisions: string, of: string) =>
  `join ${revisions} as r on r.${of} = x.id and r.number = (select max(number) from ${revisions} where ${of} = x.id)`;

const own = (table: string, kind: string, title: string, body: string): Findable => ({
  kind,
  title,
  body,
  from: `${table} as x`,
  id: "x.id",
  campaign: "x.campaign_id",
});

const shared = (table: string, kind: string, title: string, body: string): Findable => ({
  ...own(table, kind, title, body),
  campaign: "null",
});

const FINDABLE: readonly Findable[] = [
  own("proof_point", "proof point", "x.code || ' ' || x.claim", "coalesce(x.edition, '') || ' ' || x.caveat"),
  own(
    "objection",
    "objection",
    "x.name",
    "x.says || ' ' || x.words_to_say || ' ' || x.note_to_speaker || ' ' || x.who",
  ),
  own("source", "source", "x.title", "x.publisher || ' ' || coalesce(x.address, '')"),
  shared("organisation", "organisation", "x.name", "x.kind"),
  shared("contact", "contact", "x.name", "x.title || ' ' || x.office"),
  shared("audience", "audience", "x.name", "x.kind"),
  own("objective", "objective", "x.sentence", "x.indicator"),
  own("outreach_event", "outreach event", "x.title", "x.place || ' ' || x.ask || ' ' || x.kind"),
  own(
    "outcome",
    "outcome",
    "(select title from outreach_event where id = x.outreach_event_id)",
    "x.said || ' ' || x.impression || ' ' || x.assessment || ' ' || x.ask_answer",
  ),
  own("follow_up", "follow-up", "x.text", "''"),
  own("talking_points", "talking points", "x.title", "x.ask || ' ' || x.objective || ' ' || x.speaker"),
  {
    kind: "talking points block",
    from: "talking_points_block as x join talking_points as p on p.id = x.talking_points_id",
    id: "x.id",
    campaign: "p.campaign_id",
    title: "''",
    body: "p.title || ' ' || x.heading || ' ' || x.text",
  },
  {
    kind: "correspondence",
    from: `correspondence as x ${newest("correspondence_version", "correspondence_id")}`,
    id: "x.id",
    campaign: "x.campaign_id",
    title: "r.frozen_json ->> '$.subject'",
    body: "r.frozen_json ->> '$.text'",
  },
  {
    kind: "key message",
    from: `key_message as x ${newest("message_revision", "key_message_id")}`,
    id: "x.id",
    campaign: "x.campaign_id",
    title: "r.title",
    body: "r.statement || ' ' || r.talking_point || ' ' || r.avoid || ' ' || r.note",
  },
  {
    kind: "framing",
    from: `framing as x ${newest("framing_revision", "framing_id")}
      join key_message as m on m.id = x.key_message_id join audience as a on a.id = x.audience_id`,
    id: "x.id",
    campaign: "m.campaign_id",
    title: "'Message ' || m.number || ' for ' || a.name",
    body: "r.text",
  },
];

/** What Find is made of. */
export const FOUND_IN = [
  "proof_point",
  "objection",
  "source",
  "organisation",
  "contact",
  "audience",
  "objective",
  "outreach_event",
  "outcome",
  "follow_up",
  "talking_points",
  "talking_points_block",
  "key_message",
  "message_revision",
  "framing",
  "framing_revision",
  "correspondence",
  "correspondence_version",
] as const satisfies readonly (keyof Schema)[];

/** The entries that Find should have. */
export const ENTRIES_TO_FIND = FINDABLE.map(
  ({ kind, from, id, campaign, title, body }) =>
    `select '${kind}' as kind, ${id} as record_id, ${campaign} as campaign_id, ${title} as title, ${body} as body from ${from}`,
).join("\nunion all ");
