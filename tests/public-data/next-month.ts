import { z } from "zod";
import type { CongressFiles } from "#app/campaign/contacts/congress/congress.ts";
import type { SourceFile } from "#app/campaign/contacts/congress/json-file.ts";

const members = z.array(z.looseObject({ id: z.looseObject({ bioguide: z.string() }) }));
const seats = z.record(z.string(), z.array(z.looseObject({ bioguide: z.string() })));

const NEW_MEMBER = "Z999999";

/** The three files as they may be next month: the first member missing, one seat ended, one member new. */
export function nextMonth(files: CongressFiles): CongressFiles {
  const people = members.parse(jsonIn(files.legislators));
  const staying = people.slice(1);
  const newcomers = people
    .slice(0, 1)
    .map((member) => ({ ...member, id: { ...member.id, bioguide: NEW_MEMBER } }));
  const stayingKeys = new Set(staying.map(({ id }) => id.bioguide));
  return {
    ...files,
    legislators: fileOf(files.legislators, [...staying, ...newcomers]),
    membership: fileOf(files.membership, withoutOneSeat(seats.parse(jsonIn(files.membership)), stayingKeys)),
  };
}

type Seats = z.infer<typeof seats>;

/** The first seat of somebody who stays is gone; where nobody who stays holds one, all is as it was. */
function withoutOneSeat(all: Seats, staying: ReadonlySet<string>): Seats {
  for (const [committee, held] of Object.entries(all)) {
    const ended = held.find(({ bioguide }) => staying.has(bioguide));
    if (ended !== undefined) return { ...all, [committee]: held.filter((seat) => seat !== ended) };
  }
  return all;
}

function jsonIn({ bytes }: SourceFile): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function fileOf({ name }: SourceFile, value: unknown): SourceFile {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(value, null, 1)) };
}
