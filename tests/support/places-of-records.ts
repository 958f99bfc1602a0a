import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CompiledQuery } from "kysely";
import type { Field } from "#app/http/record.ts";
import { DEMO_CAMPAIGN, type Demo } from "./demo.ts";
import { recordsByName } from "./every-page.ts";
import type { Place } from "./field-by-field.ts";
import type { PlaceOfAdding } from "./record-added.ts";

const ROOMS = join(import.meta.dirname, "../../app/campaign");

/** Every record that a room exports, alone or among others, by its name: its fields. */
export async function everyRecord(): Promise<ReadonlyMap<string, readonly Field[]>> {
  const files = (await readdir(ROOMS, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const records = new Map<string, readonly Field[]>();
  for (const file of files.toSorted()) {
    if (!/= record\(/.test(await readFile(join(ROOMS, file), "utf8"))) continue;
    const room: Record<string, unknown> = await import(join(ROOMS, file));
    for (const [name, value] of Object.entries(room)) {
      if (isRecord(value)) records.set(name, value.fields);
      else if (typeof value === "object" && value !== null)
        for (const [key, one] of Object.entries(value)) if (isRecord(one)) records.set(key, one.fields);
    }
  }
  return records;
}

function isRecord(value: unknown): value is { fields: readonly Field[] } {
  return typeof value === "object" && value !== null && "fields" in value && "toRow" in value;
}

/** Records that no page asks for yet. */
export const WITHOUT_A_PAGE: readonly string[] = [];

/** Records whose fields are asked for as part of another, or as those of another that is edited: by which they are tried. */
export const TRIED_AS: Readonly<Record<string, string>> = {
  eventTimes: "eventRecord",
  eventLinks: "eventRecord",
  wordsRecord: "messageRecord",
  factsRecord: "proofPointRecord",
  sourceRecord: "proofPointRecord",
  textsRecord: "objectionRecord",
  contactFacts: "contactRecord",
  contactGround: "contactRecord",
  publicContactRecord: "contactRecord",
  madeAudienceRecord: "audienceRecord",
  firstLineRecord: "holdingLineRecord",
  campaignRecord: "ruledCampaignRecord",
};

const NEW_SOURCE = [["newSourceTitle", "A source"]] as const;
/** A source that is named or added is one of the sources from then on. */
const SOURCES_KEPT = {
  otherSource: "sources",
  newSourceTitle: "sources",
  newSourceAddress: "sources",
  newSourcePublisher: "sources",
  newSourcePublishedOn: "sources",
  newSourceKind: "sources",
};
const OF_NEW_SOURCE = {
  keptIn: SOURCES_KEPT,
  with: {
    newSourceAddress: NEW_SOURCE,
    newSourcePublisher: NEW_SOURCE,
    newSourcePublishedOn: NEW_SOURCE,
    newSourceKind: NEW_SOURCE,
  },
  called: {
    otherSource: "Sources",
    newSourceTitle: "Sources",
    newSourceAddress: "Sources",
    newSourcePublisher: "Sources",
    newSourcePublishedOn: "Sources",
    newSourceKind: "Sources",
  },
};

/** Why a wording changes is no field of the record: it is kept with the new wording. */
const REASON_OF_WORDING = "kept with the revision, and asked anew";

/** Where each record is edited, and where its fields have to be found: the one table of them. */
export async function placesOfRecords({ database }: Demo): Promise<Readonly<Record<string, Place>>> {
  const { read } = database;
  const names = await recordsByName(read, DEMO_CAMPAIGN);
  const id = async (sql: string) => {
    const { rows } = await read.executeQuery<{ id: string }>(CompiledQuery.raw(sql, [DEMO_CAMPAIGN]));
    return rows[0]?.id ?? "none";
  };
  const base = `/c/${DEMO_CAMPAIGN}`;
  const events = `${base}/events`;
  const edited = (own: string, more: Partial<Place> = {}): Place => ({
    ...{ form: `${own}/edit`, pages: [own], history: own },
    ...more,
  });
  /** A page that is its form; its changes are told nowhere. */
  const own = (form: string, more: Partial<Place> = {}): Place => ({
    ...{ form, pages: [form], history: null },
    ...more,
  });
  const times = (at: number) =>
    id(`SELECT id FROM outreach_event WHERE campaign_id = ? AND event_series_id IS NOT NULL
      ORDER BY starts_at DESC LIMIT 1 OFFSET ${at}`);
  const event = `${events}/${await times(1)}`;
  const contact = await id(`SELECT contact_id AS id FROM campaign_contact JOIN contact c ON c.id = contact_id
    WHERE campaign_id = ? AND c.key IS NULL ORDER BY c.id`);
  const objective = `${base}/objectives/${await id("SELECT id FROM objective WHERE campaign_id = ? AND milestones IN ('', '[]') AND source_kind = 'entered' AND expected_from IS NULL AND target <> 1")}`;
  const objection = await id("SELECT id FROM objection WHERE campaign_id = ?");
  const ofSeveral = await id(`SELECT link.audience_id AS id FROM audience_contact link
    JOIN campaign_audience mine ON mine.audience_id = link.audience_id AND mine.ended_on IS NULL
    JOIN campaign_contact seen ON seen.contact_id = link.contact_id AND seen.campaign_id = mine.campaign_id
    WHERE mine.campaign_id = ? GROUP BY link.audience_id HAVING count(*) > 2`);
  const ambassador = id(`SELECT a.id FROM account a JOIN campaign_role r ON r.account_id = a.id
    WHERE r.campaign_id = ? AND a.email LIKE 'ambassador@%'`);
  const item = await id(`SELECT i.id FROM visit_item i JOIN outreach_event v ON v.id = i.visit_event_id
    JOIN outreach_event e ON e.id = i.outreach_event_id WHERE v.campaign_id = ? AND e.kind <> 'internal'`);
  const deadline =
    await id(`SELECT d.id FROM visit_deadline d JOIN outreach_event v ON v.id = d.outreach_event_id
    WHERE v.campaign_id = ? AND d.done_at IS NULL AND d.kind = 'own'`);
  const hold = await id("SELECT id FROM message_hold WHERE campaign_id = ? AND lifted_at IS NULL");
  const promise = await id("SELECT id FROM follow_up WHERE campaign_id = ? AND done_at IS NULL");
  const letter = async (kind: string): Promise<Place> =>
    own(
      `${base}/correspondence/${await id(`SELECT id FROM correspondence WHERE campaign_id = ? AND kind = '${kind}'`)}`,
    );
  const programme = `${events}/${names.visit}/programme`;
  const ofVisit = (form: string, pages: readonly string[], more: Partial<Place> = {}): Place => ({
    ...{ form: `${programme}/${form}`, pages, history: `${events}/${names.visit}` },
    documents: { "copy for schedulers": `${programme}/schedulers.txt` },
    ...more,
  });
  return {
    eventRecord: edited(event, {
      series: `${events}/${await times(0)}/edit`,
      always: [["scope", "following"]],
      documents: { "calendar file": `${event}.ics` },
      with: {
        zone: [
          ["allDay", ""],
          ["start", "10:00"],
          ["end", "11:00"],
        ],
        lastDate: [
          ["allDay", "on"],
          ["date", "15 Dec 2026"],
        ],
      },
      called: { date: "Begins", start: "Begins", end: "Ends", lastDate: "Ends" },
    }),
    contactRecord: edited(`${base}/contacts/${contact}`, {
      called: { isElectedOrAppointed: "Elected or appointed" },
    }),
    feedbackRecord: edited(`${base}/feedback/${names.feedback}`, {
      with: { audience: [["contact", ""]], contact: [["audience", ofSeveral]] },
    }),
    instructionRecord: edited(`${base}/instructions/${names.instruction}`),
    objectiveRecord: {
      ...{ form: objective, pages: [`${objective}?`], history: objective },
      with: {
        source: [["level", "outcome"]],
        expectedFrom: [
          ["baselineOn", "2 Feb 2026"],
          ["due", "5 Mar 2029"],
        ],
        milestones: [
          ["expectedFrom", ""],
          ["baselineOn", "2 Feb 2026"],
          ["baseline", "1"],
          ["target", "9"],
        ],
        meetings: [
          ["source", `objection:${objection}`],
          ["level", "out-take"],
        ],
      },
    },
    audienceRecord: edited(`${base}/audiences/${names.audience}`),
    framingRecord: edited(`${base}/messages/2/framings/${names.framing}`, {
      with: { text: [["reason", "Sharper"]], reason: [["text", "We say it anew."]] },
      called: { text: "Wording" },
      not: { reason: { conflict: REASON_OF_WORDING, history: REASON_OF_WORDING } },
    }),
    messageRecord: edited(`${base}/messages/2`, {
      pages: [`${base}/messages/2`, `${base}/messages/2/revisions`],
      with: {
        ...Object.fromEntries(
          ["title", "statement", "talkingPoint", "avoid", "note"].map((name) => [
            name,
            [["reason", "Sharper"]],
          ]),
        ),
        reason: [["statement", "We say it anew."]],
      },
      not: { reason: { conflict: REASON_OF_WORDING } },
    }),
    proofPointRecord: edited(`${base}/proof-points/${names["proof-points/code"]}`, OF_NEW_SOURCE),
    objectionRecord: edited(`${base}/objections/${names["objections/code"]}`, OF_NEW_SOURCE),
    deskRecord: {
      form: `${base}/settings/desks/${names.desk}`,
      pages: [`${base}/settings/desks`],
      history: `${base}/settings/desks/${names.desk}`,
      called: { place: "Clock" },
      with: {
        holder: [["deputy", ""]],
        deputy: [["holder", ""]],
        awayFrom: [
          ["holder", await ambassador],
          ["deputy", ""],
        ],
      },
      not: { side: { form: "a desk stays on its side" } },
    },
    wishRecord: edited(`${base}/wishes/${names.wish}`, { called: { length: "Minutes" } }),
    accountRecord: own(`/admin/accounts/${names.account}`, {
      person: "administrator",
      not: { roles: { form: "one choice a campaign, each under a name of its own" } },
    }),
    ownAccountRecord: own("/account"),
    homeCapitalRecord: own("/admin/home-capital", {
      person: "administrator",
      not: {
        city: { conflict: "one choice of the installation, without a version" },
        holidays: { conflict: "one choice of the installation, without a version" },
      },
    }),
    ownMailRecord: own("/account/mail"),
    ruledCampaignRecord: own(`/admin/campaigns/${DEMO_CAMPAIGN}`, { person: "administrator" }),
    itemRecord: ofVisit(`items/${item}`, [programme], {
      called: {
        note: "Note",
        planB: "Plan b",
        planBNote: "Plan b note",
        decideDate: "Decide by",
        decideTime: "Decide by",
      },
      with: { decideTime: [["decideDate", "15 Dec 2026"]] },
    }),
    memberRecord: ofVisit(`members/${names.member}`, [programme, `${programme}/members`], {
      called: { account: "From us", name: "Name" },
    }),
    deadlineRecord: ofVisit(`deadlines/${deadline}`, [programme], {
      called: { title: "Title", time: "Due time", side: "Days", owner: "Owner" },
    }),
    holdingLineRecord: {
      form: `${base}/holds/${hold}/line`,
      pages: [`${base}/holds/${hold}`, `${base}/holds/${hold}/versions`],
      history: null,
      with: { reason: [["text", "We say so again."]] },
      not: { reason: { conflict: REASON_OF_WORDING } },
    },
    cable: await letter("cable"),
    "memorandum of conversation": await letter("memorandum of conversation"),
    "thank-you note": await letter("thank-you note"),
    followUpRecord: {
      form: `${base}/follow-ups?change=${promise}`,
      pages: [`${base}/follow-ups`],
      history: null,
    },
  };
}

/** Where each record is added that nobody edits afterwards, or that asks more when it is added. */
export async function placesOfAdding({ database }: Demo): Promise<Readonly<Record<string, PlaceOfAdding>>> {
  const { read } = database;
  const names = await recordsByName(read, DEMO_CAMPAIGN);
  const base = `/c/${DEMO_CAMPAIGN}`;
  const at = (own: string, form: string, more: Partial<PlaceOfAdding> = {}): PlaceOfAdding => ({
    ...{ form: base + own + form, pages: [base + own] },
    ...more,
  });
  const first = async (sql: string) => {
    const { rows } = await read.executeQuery<{ id: string }>(CompiledQuery.raw(sql, [DEMO_CAMPAIGN]));
    return rows[0]?.id ?? "none";
  };
  const committee =
    await first(`SELECT o.id FROM organisation o LEFT JOIN audience a ON a.organisation_id = o.id
    WHERE o.kind = 'committee' AND ? <> '' GROUP BY o.id ORDER BY count(nullif(a.side, 'majority')), count(a.id), o.id`);
  const elected = await first(`SELECT c.id FROM contact c JOIN audience_contact l ON l.contact_id = c.id
    JOIN campaign_audience m ON m.audience_id = l.audience_id
    WHERE m.campaign_id = ? AND c.is_elected_or_appointed = 1`);
  return {
    promiseRecord: at(`/events/${names.event}/follow-ups`, ""),
    daysRecord: at("/session-days?year=2027", "", {
      form: `${base}/session-days/edit`,
      given: {
        first: "12 Jan 2027",
        last: "14 Jan 2027",
        which: "every day",
        standing: "away",
        asOf: "9 Nov 2026",
      },
      unkept: { first: "a row a day", last: "a row a day", which: "a row a day" },
    }),
    reviewRecord: at("/reports/reviews", "", { pages: [""], unkept: { remark: "in the frozen text" } }),
    withdrawalRecord: at(`/reports/reviews/${names.review}`, ""),
    readingRecord: at(`/objectives/${names.objective}`, "", { given: { read: "9 Nov 2026" } }),
    stanceReadingRecord: at(`/audiences/${names.audience}`, "/stance", {
      given: { stance: "4", readOn: "9 Nov 2026" },
    }),
    personStanceRecord: at(`/contacts/${elected}`, "/stance", {
      given: { stance: "4", readOn: "9 Nov 2026" },
    }),
    sidedAudienceRecord: at("/audiences", `/new?organisation=${committee}`, { pages: [""] }),
    newFramingRecord: at("/messages/1/framings", "/new", { pages: [""] }),
    organisationRecord: at("/organisations", "/new", { pages: [""] }),
    checkRecord: at(`/proof-points/${names["proof-points/code"]}`, ""),
  };
}
