import { beforeAll, expect, test } from "vitest";
import { giveOpenMatters } from "../support/acts-on-another.ts";
import { type Demo, emailOf, type Person, startedDemo } from "../support/demo.ts";
import { type Place, tryEachField } from "../support/field-by-field.ts";
import { lostInExport } from "../support/lost-in-export.ts";
import {
  everyRecord,
  placesOfAdding,
  placesOfRecords,
  TRIED_AS,
  WITHOUT_A_PAGE,
} from "../support/places-of-records.ts";
import { type PlaceOfAdding, tryAdding } from "../support/record-added.ts";

const records = await everyRecord();
let demo: Demo;
let edited: Readonly<Record<string, Place>>;
let added: Readonly<Record<string, PlaceOfAdding>>;

beforeAll(async () => {
  demo = await startedDemo();
  await giveOpenMatters(demo, await idOf("officer"), await idOf("clearer"));
  edited = await placesOfRecords(demo);
  added = await placesOfAdding(demo);
}, 240_000);

async function idOf(person: Person): Promise<string> {
  const account = demo.database.read.selectFrom("account").select("id").where("email", "=", emailOf(person));
  return (await account.executeTakeFirstOrThrow()).id;
}

/** The fields of a record and of those that are asked for with it, each once. */
function fieldsOf(record: string) {
  const parts = [record, ...Object.keys(TRIED_AS).filter((part) => TRIED_AS[part] === record)];
  const fields = parts.flatMap((part) => records.get(part) ?? []);
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

test.each([...records.keys()].filter((name) => !WITHOUT_A_PAGE.includes(name)))(
  "each field of %s is found wherever it belongs, and nowhere else",
  {
    timeout: 240_000,
  },
  async (record) => {
    if (record in TRIED_AS) {
      const whole = fieldsOf(TRIED_AS[record] ?? "").map(({ name }) => name);
      expect(whole).toEqual(expect.arrayContaining((records.get(record) ?? []).map(({ name }) => name)));
      expect(Object.keys(edited)).toContain(TRIED_AS[record]);
      return;
    }
    const [place, adding] = [edited[record], added[record]];
    if (place !== undefined) expect(await tryEachField(demo, fieldsOf(record), place)).toEqual([]);
    else if (adding !== undefined) expect(await tryAdding(demo, fieldsOf(record), adding)).toEqual([]);
    else expect.fail("No place says where this record is edited, read and told");
  },
);

test("whatever was saved stands in the export, under its own name", { timeout: 120_000 }, async () => {
  expect(await lostInExport(demo)).toEqual([]);
});
