import { shortName } from "#app/campaign/audiences/audience-of-organisation.ts";
import { findLastImport } from "#app/campaign/contacts/congress/store.server.ts";
import { type CampaignArrival, listPage } from "#app/http/page.server.ts";
import { dateIn, instantOf, WASHINGTON } from "#app/time/wall-time.ts";
import { committeeChanges } from "../committee-changes.ts";
import {
  countHeldSeats,
  listComparedSeats,
  listCongressReadings,
  listMovedOffices,
} from "../congress-changes.server.ts";
import { countHanging, type Hanging } from "../hand-on.ts";
import { listAudiencesWithPeople, listHanging, listTakers } from "../new-congress-hanging.server.ts";
import { nextCongressDay, readSince } from "../next-congress.ts";
import {
  type ComparedSeat,
  changesInWords,
  changesOfSeat,
  type SeatChange,
  successorIn,
} from "../seat-changes.ts";
import type { Successor } from "./hanging-form.tsx";
import { prepareView } from "./prepare-view.server.ts";

/** Somebody on whom something of ours hangs: what changed for them, and who the list names in their seats. */
export type Holder = {
  contact: { id: string; name: string };
  words: string[];
  successors: Successor[];
  /** Of somebody who sits in no chamber any more everything is ticked; who stays may keep what hangs on them. */
  hasLeft: boolean;
  hanging: Hanging;
};

type Arrival = Pick<CampaignArrival, "database" | "campaign" | "now" | "today" | "url">;

/** The page of the new Congress: what readings since a day have changed, and what of ours hangs on it. */
export async function newCongressView({ database, campaign, now, today, url }: Arrival) {
  const { read } = database;
  const { rows, cutAt: readingsCutAt } = await listCongressReadings(read);
  const readings = rows.map(({ madeAt }) => dateIn(madeAt, WASHINGTON));
  const since = readSince(url.searchParams.get("since"), readings[0] ?? today, today);
  const from = instantOf(`${since.day}T00:00`, WASHINGTON);
  const seats = from.ok ? await listComparedSeats(read, from.instant) : [];
  const offices = from.ok ? await listMovedOffices(read, from.instant) : [];
  const changes = seats.flatMap(changesOfSeat);
  const view = { campaignId: campaign.id, now };
  const words = wordsByContact(changes, offices);
  const hanging = await listHanging(read, view, [...words.keys()]);
  const committees = await committeesOfOurs(database, view, seats);
  return {
    today,
    isRead: (await findLastImport(read)) !== null,
    readings: [...new Set(readings)],
    readingsCutAt,
    since,
    counts: countsOf(changes, offices.length, words.size),
    holders: holdersOf(words, changes, seats, hanging),
    committees,
    members: membersPart(words, url),
    takers: await listTakers(read, campaign.id),
    congressDay: nextCongressDay(today),
    prepare: await prepareView(read, view, today),
  };
}

type Named = { contact: { id: string; name: string }; words: string[] };

function wordsByContact(
  changes: readonly SeatChange[],
  offices: readonly { contact: { id: string; name: string }; from: string; to: string }[],
): ReadonlyMap<string, Named> {
  const words = new Map<string, Named>();
  const say = (contact: Named["contact"], text: string) => {
    const known = words.get(contact.id) ?? { contact, words: [] };
    known.words.push(text);
    words.set(contact.id, known);
  };
  for (const all of Map.groupBy(changes, ({ seat }) => seat.contact.id).values())
    for (const text of changesInWords(all)) say(all[0]?.seat.contact ?? { id: "", name: "" }, text);
  for (const { contact, from, to } of offices)
    say(
      contact,
      `Office: formerly ${from === "" ? "none named" : from}, now ${to === "" ? "none named" : to}`,
    );
  return words;
}

function holdersOf(
  words: ReadonlyMap<string, Named>,
  changes: readonly SeatChange[],
  seats: readonly ComparedSeat[],
  hanging: ReadonlyMap<string, Hanging>,
): Holder[] {
  const byContact = Map.groupBy(changes, ({ seat }) => seat.contact.id);
  return [...words.values()]
    .flatMap(({ contact, words: said }) => {
      const hangs = hanging.get(contact.id);
      if (hangs === undefined || (countHanging(hangs) === 0 && hangs.owner === null)) return [];
      const mine = byContact.get(contact.id) ?? [];
      const hasCome = mine.some(({ kind }) => kind === "came to the chamber");
      const hasLeft = !hasCome && mine.some(({ kind }) => kind === "left the chamber");
      return [{ contact, words: said, successors: successorsOf(mine, seats), hasLeft, hanging: hangs }];
    })
    .sort((a, b) => a.contact.name.localeCompare(b.contact.name));
}

function successorsOf(changes: readonly SeatChange[], seats: readonly ComparedSeat[]): Successor[] {
  const found = changes.flatMap((change) => {
    const person = successorIn(change, seats);
    const seat = change.seat.before?.title ?? "";
    const { kind, name } = change.seat.organisation;
    return person === null
      ? []
      : [{ ...person, seat: kind === "chamber" ? seat : `${seat}, ${shortName(name)}` }];
  });
  return [...Map.groupBy(found, ({ id }) => id).values()].flatMap((all) => all.slice(0, 1));
}

async function committeesOfOurs(
  database: Arrival["database"],
  view: { campaignId: string; now: Date },
  seats: readonly ComparedSeat[],
) {
  if (seats.length === 0) return [];
  const audiences = await listAudiencesWithPeople(database.read, view.campaignId);
  const ids = audiences.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const ofOurs = seats.filter(({ organisation }) => ids.includes(organisation.id));
  const changed = committeeChanges(ofOurs, await countHeldSeats(database.read, [...new Set(ids)]));
  const touched = new Set(changed.map(({ organisation }) => organisation.id));
  const here = audiences.filter(({ organisationId }) => touched.has(organisationId ?? ""));
  const people = here.flatMap((audience) => audience.people.map(({ id }) => id));
  const hanging = await listHanging(database.read, view, [...new Set(people)]);
  return changed.map(({ organisation, words }) => ({
    name: organisation.name,
    id: organisation.id,
    words,
    audiences: here
      .filter(({ organisationId }) => organisationId === organisation.id)
      .map(({ id, name, people: inIt }) => ({
        id,
        name,
        people: inIt.map((contact) => ({ contact, hanging: hanging.get(contact.id) ?? null })),
      })),
  }));
}

function countsOf(changes: readonly SeatChange[], offices: number, members: number) {
  const of = (kind: SeatChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  return {
    members,
    left: of("left the chamber"),
    came: of("came to the chamber"),
    gavels: of("took the gavel"),
    sides: of("changed sides"),
    offices,
  };
}

function membersPart(words: ReadonlyMap<string, Named>, url: URL) {
  const all = [...words.values()].sort((a, b) => a.contact.name.localeCompare(b.contact.name));
  const { page, part } = listPage(url, all.length);
  const shown = all.slice(part.offset, part.offset + part.limit);
  return { page, before: part.offset, all: all.length, shown };
}
