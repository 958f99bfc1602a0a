import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addAudienceIn, addHeldEvent, addWhoIsWho } from "../../support/builders/who-is-who.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const list = "/c/esa/audiences";

let database: Database;
let address: string;
let jana: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addWhoIsWho(database);
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

const typed = {
  name: "Pentagon, NATO policy",
  kind: "executive agency",
  priority: "1",
  influence: "5",
  interest: "4",
  desiredStance: "4",
  goal: "Stops raising duplication",
  owner: "jana",
};

function sent(given: Record<string, string> = {}): Record<string, string> {
  return { submission: crypto.randomUUID(), ...typed, ...given };
}

function words(text: string): string {
  return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

const audiences = () => database.read.selectFrom("campaign_audience").selectAll().execute();

async function organisationId(key: string): Promise<string> {
  const row = await database.read
    .selectFrom("organisation")
    .select("id")
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return row.id;
}

test("an empty list says whether the campaign has audiences, and asks to create one only where it has none", async () => {
  const opened = async (query: string) => words((await openPage(address, `${list}${query}`, jana)).text);
  expect(await opened("")).toContain("Create one from a committee or an agency.");
  expect((await sendForm(address, `${list}/new`, jana, sent())).status).toBe(303);
  const ended = await opened("?show=ended");
  expect(ended).toContain("No audiences to show here.");
  expect(ended).not.toContain("Create one");
});

test("an audience that is added stands in the list, with no contact yet", async () => {
  const added = await sendForm(address, `${list}/new`, jana, sent());
  expect(added.status).toBe(303);
  const page = words((await openPage(address, list, jana)).text);
  expect(page).toMatch(
    /Pentagon, NATO policy Executive .*Not known no reading .*No contact yet .*Plan an event .*Jana/,
  );
  expect(page).toContain("The only audience has had no contact with us for over 60 days.");
});

test("a form sent twice adds one audience and answers twice the same", async () => {
  const form = sent();
  const [first, second] = [
    await sendForm(address, `${list}/new`, jana, form),
    await sendForm(address, `${list}/new`, jana, form),
  ];
  expect(second.headers.location).toBe(first.headers.location);
  expect(await audiences()).toHaveLength(1);
});

test("a bad form keeps what was typed and says at each field what is wrong", async () => {
  const refused = await sendForm(
    address,
    `${list}/new`,
    jana,
    sent({ name: "", influence: "6", goal: "<script>alert(1)</script>" }),
  );
  expect(refused.status).toBe(400);
  expect(words(refused.text)).toContain("Enter a name for the audience");
  expect(words(refused.text)).toContain("Choose the influence, from 1 to 5");
  expect(refused.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(await audiences()).toHaveLength(0);
});

test("an owner who does not work on the campaign is refused", async () => {
  const refused = await sendForm(address, `${list}/new`, jana, sent({ owner: "rea" }));
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Choose a colleague in this campaign");
});

test("an audience is made of one side of a committee, and the side has to be chosen", async () => {
  const path = `${list}/new?organisation=${await organisationId("SSFR")}`;
  const refused = await sendForm(address, path, jana, sent());
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("the two sides of a committee are separate audiences");
  const added = await sendForm(address, path, jana, sent({ side: "minority" }));
  expect(added.status).toBe(303);
  const page = await openPage(address, String(added.headers.location), jana);
  expect(page.text).toContain("<h1>Senate Foreign Relations, minority staff</h1>");
  const form = (await openPage(address, path, jana)).text;
  expect(form).toMatch(/type="radio"[^>]*name="side"[^>]*value="majority"/);
  expect(form).not.toContain('value="minority"');
  const again = await sendForm(address, path, jana, sent({ side: "minority" }));
  expect(again.status).toBe(409);
  expect(again.text).toContain("This audience is already in the campaign");
});

test("a stale edit shows both texts, and saving again keeps mine", async () => {
  await addAudienceIn(database, "press");
  const petr = await cookieOf(database, address, "petr", now);
  const edit = `${list}/press/edit`;
  expect(
    (
      await sendForm(
        address,
        edit,
        petr,
        sent({ version: "2", goal: "Theirs", owner: "", desiredStance: "5" }),
      )
    ).status,
  ).toBe(303);
  const stale = await sendForm(address, edit, jana, sent({ version: "2", goal: "Mine" }));
  expect(stale.status).toBe(409);
  expect(words(stale.text)).toMatch(
    /Petr changed this while you were writing.*Goal Theirs Theirs Yours Mine/,
  );
  const worded = "Stance we want Theirs 5 Speaks for it Yours 4 Supportive Goal";
  expect(words(stale.text)).toContain(
    `${worded} Theirs Theirs Yours Mine Relationship owner Theirs No one yet Yours Jana`,
  );
  const version = /name="version" value="(\d+)"/.exec(stale.text)?.[1] ?? "";
  expect((await sendForm(address, edit, jana, sent({ version, goal: "Mine" }))).status).toBe(303);
  expect((await audiences())[0]?.goal).toBe("Mine");
  const history = words((await openPage(address, `${list}/press`, jana)).text);
  expect(history).toContain("What it was Stance we want 5 4 Goal Theirs Mine");
});

test("the list opens with the longest silence, and its other orders and filters are links", async () => {
  await addAudienceIn(database, "apple", "esa", { priority: 3 });
  await addAudienceIn(database, "berry", "esa", { priority: 1 });
  await addHeldEvent(database, { id: "spring", day: "2026-04-01", audience: "berry" });
  await addHeldEvent(database, { id: "autumn", day: "2026-11-02", audience: "apple" });
  const order = async (search: string) =>
    [
      ...(await openPage(address, list + search, jana)).text.matchAll(/audiences\/(apple|berry)">Audience/g),
    ].map(([, id]) => id);
  expect(await order("")).toEqual(["berry", "apple"]);
  expect(await order("?order=name")).toEqual(["apple", "berry"]);
  expect(await order("?show=silent")).toEqual(["berry"]);
  expect(await order("?show=nonsense&order=nonsense")).toEqual(["berry", "apple"]);
});

test("a stance reading stands on the page with its evidence; one of tomorrow is refused", async () => {
  await addAudienceIn(database, "press");
  const reading = {
    submission: crypto.randomUUID(),
    stance: "4",
    readOn: "5 Nov 2026",
    evidence: "Asked for our text",
  };
  const added = await sendForm(address, `${list}/press/stance`, jana, reading);
  expect(added.status).toBe(303);
  const page = words((await openPage(address, `${list}/press`, jana)).text);
  expect(page).toMatch(/Stance: supportive since November.*5 Nov.*4 Supportive.*Asked for our text/);
  const early = await sendForm(address, `${list}/press/stance`, jana, {
    ...reading,
    submission: "2",
    readOn: "11 Nov 2026",
  });
  expect(early.status).toBe(400);
  expect(early.text).toContain("Enter today or an earlier day");
  const never = await sendForm(address, `${list}/press/stance`, jana, {
    ...reading,
    submission: "3",
    readOn: "30 Feb 2026",
  });
  expect(never.text).toContain("That day is not in the calendar");
});

test("an audience is ended and the end undone by a form button", async () => {
  await addAudienceIn(database, "press");
  const ended = await sendForm(address, `${list}/press/end`, jana, {
    submission: "1",
    version: "2",
    standing: "ended",
  });
  expect(ended.status).toBe(303);
  expect((await audiences())[0]?.ended_on).toBe("2026-11-10");
  const change = new URL(String(ended.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", jana, { change })).status).toBe(303);
  expect((await audiences())[0]?.ended_on).toBeNull();
});

test("the page of an audience tells what it heard and when it was met", async () => {
  await addAudienceIn(database, "press", "esa", { goal: "Three accurate uses" });
  await addHeldEvent(database, { id: "autumn", day: "2026-11-02", audience: "press" });
  const page = words((await openPage(address, `${list}/press`, jana)).text);
  expect(page).toContain(
    "In contact once; no message has been heard yet. Goal by June 2027: Three accurate uses.",
  );
  expect(page).toContain("Briefing autumn");
});

test("a reader looks and changes nothing", async () => {
  await addAudienceIn(database, "press");
  const rea = await cookieOf(database, address, "rea", now);
  const page = await openPage(address, `${list}/press`, rea);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain("/press/edit");
  expect((await sendForm(address, `${list}/press/edit`, rea, sent({ version: "2" }))).status).toBe(403);
});

test("the audiences leave as CSV, with a name that is a formula made harmless", async () => {
  await sendForm(address, `${list}/new`, jana, sent({ name: "=HYPERLINK(1)" }));
  const file = await openPage(address, `${list}.csv`, jana);
  expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(file.text).toContain("'=HYPERLINK(1),Executive,1,5,4,manage closely,");
});
