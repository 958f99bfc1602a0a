import { beforeAll, beforeEach, expect, test } from "vitest";
import { conflictOf } from "../../support/conflict-of.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_NOW,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  startedDemo,
} from "../../support/demo.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const PASSWORD = "horse battery staple";

let demo: Demo;
let administrator = "";
let campaigns: string[] = [];

beforeAll(async () => {
  demo = await startedDemo();
  const rows = await demo.database.read
    .selectFrom("campaign")
    .select("id")
    .orderBy("position")
    .orderBy("name")
    .execute();
  campaigns = rows.map(({ id }) => id);
});

beforeEach(async () => {
  administrator = await sessionOf(emailOf("administrator"));
});

async function sessionOf(email: string): Promise<string> {
  return cookieOf(demo.database, demo.address, (await accountOf(email)).id, DEMO_NOW);
}

function accountOf(email: string) {
  return demo.database.read
    .selectFrom("account")
    .selectAll()
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
}

function newAccount(email: string, given: Record<string, string> = {}) {
  const form = {
    submission: crypto.randomUUID(),
    name: "Eva Nová",
    email,
    password: PASSWORD,
    "roles[0].campaign": campaigns[0] ?? "",
    "roles[0].role": "officer",
    ...given,
  };
  return { form, send: () => sendForm(demo.address, "/admin/accounts/new", administrator, form) };
}

function signIn(email: string, password: string) {
  return sendForm(demo.address, "/sign-in", null, { email, password });
}

test("an administrator adds an account, and its person signs in and sees that campaign only", async () => {
  const added = await newAccount("eva.nova@demarche.example").send();
  expect(added.status).toBe(303);
  expect((await signIn("eva.nova@demarche.example", PASSWORD)).status).toBe(303);
  const session = await sessionOf("eva.nova@demarche.example");
  expect((await openPage(demo.address, `/c/${campaigns[0]}/settings`, session)).status).toBe(200);
  expect((await openPage(demo.address, `/c/${campaigns[1]}/settings`, session)).status).toBe(404);
});

test("somebody without a role is told so", async () => {
  const { send } = newAccount("none.yet@example.org", { "roles[0].role": "none" });
  expect((await send()).status).toBe(303);
  const own = await openPage(demo.address, "/account", await sessionOf("none.yet@example.org"));
  expect(own.text).toContain("No role yet.");
});

test("an account that is sent twice is added once", async () => {
  const { send } = newAccount("twice@demarche.example");
  const [first, second] = [await send(), await send()];
  expect(second.headers.location).toBe(first.headers.location);
  const rows = await demo.database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", "twice@demarche.example")
    .execute();
  expect(rows).toHaveLength(1);
});

test("an address that another account has is refused, with what was typed kept and no password in it", async () => {
  const answer = await newAccount(emailOf("officer").toUpperCase(), { name: "Jan <Novák>" }).send();
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Another account already uses this e-mail address");
  expect(answer.text).toContain("Jan &lt;Novák&gt;");
  expect(answer.text).not.toContain(PASSWORD);
});

test("a role in a campaign that is not there is refused", async () => {
  const answer = await newAccount("lost@demarche.example", {
    "roles[0].campaign": "no-such-campaign",
  }).send();
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("One of the campaigns no longer exists");
});

test("a closed account is signed out at once and cannot sign in, and opens again by Undo", async () => {
  await newAccount("closed@demarche.example").send();
  const { id } = await accountOf("closed@demarche.example");
  const session = await sessionOf("closed@demarche.example");
  const closed = await sendForm(demo.address, `/admin/accounts/${id}/closing`, administrator, {
    state: "closed",
  });
  expect(closed.status).toBe(303);
  expect((await openPage(demo.address, "/account", session)).status).toBe(302);
  expect((await signIn("closed@demarche.example", PASSWORD)).status).toBe(400);
  const change = /done=([a-z0-9]+)/.exec(String(closed.headers.location))?.[1] ?? "";
  expect((await sendForm(demo.address, "/undo", administrator, { change })).status).toBe(303);
  expect((await signIn("closed@demarche.example", PASSWORD)).status).toBe(303);
});

test("an administrator whose right was taken does not have it again by the number of an old change", async () => {
  const email = "former@demarche.example";
  await newAccount(email, { isAdministrator: "on" }).send();
  const { id, version } = await accountOf(email);
  const former = await sessionOf(email);
  const own = {
    name: "Eva Nová",
    email,
    "roles[0].campaign": campaigns[0] ?? "",
    "roles[0].role": "officer",
  };
  const laidDown = await sendForm(demo.address, `/admin/accounts/${id}`, former, {
    ...own,
    version: String(version),
  });
  expect(laidDown.status).toBe(303);
  const change = /done=([a-z0-9]+)/.exec(String(laidDown.headers.location))?.[1] ?? "";
  for (const path of ["/undo", `/c/${campaigns[0]}/undo`]) {
    const status = path === "/undo" ? 403 : 404;
    expect((await sendForm(demo.address, path, former, { change })).status, path).toBe(status);
  }
  expect((await accountOf(email)).is_administrator).toBe(0);
  const page = await openPage(demo.address, `/account?done=${change}`, former);
  expect(page.text).not.toContain(">Undo<");
});

test("the addresses of a closed account answer nothing any more, also when it is opened again", async () => {
  await newAccount("subscriber@demarche.example").send();
  const { id } = await accountOf("subscriber@demarche.example");
  const session = await sessionOf("subscriber@demarche.example");
  const feeds = `/c/${campaigns[0]}/calendar/feeds`;
  const asked = { act: "make", of: "mine", titles: "shown" };
  const made = await sendForm(demo.address, feeds, session, asked);
  const path = /\/calendar\/[\w-]{43}\.ics/.exec(made.text)?.[0] ?? "";
  expect((await openPage(demo.address, path, session)).status).toBe(200);
  await sendForm(demo.address, `/admin/accounts/${id}/closing`, administrator, { state: "closed" });
  expect((await openPage(demo.address, path, session)).status).toBe(410);
  await sendForm(demo.address, `/admin/accounts/${id}/closing`, administrator, { state: "open" });
  expect((await signIn("subscriber@demarche.example", PASSWORD)).status).toBe(303);
  expect((await openPage(demo.address, path, session)).status).toBe(410);
});

test("a new password from an administrator ends the sessions of its person, and offers no Undo", async () => {
  await newAccount("forgot@demarche.example").send();
  const { id } = await accountOf("forgot@demarche.example");
  const session = await sessionOf("forgot@demarche.example");
  const set = await sendForm(demo.address, `/admin/accounts/${id}/password`, administrator, {
    newPassword: "another long password",
  });
  expect(set.status).toBe(303);
  expect((await openPage(demo.address, "/account", session)).status).toBe(302);
  expect((await signIn("forgot@demarche.example", PASSWORD)).status).toBe(400);
  expect((await signIn("forgot@demarche.example", "another long password")).status).toBe(303);
  const page = await openPage(demo.address, String(set.headers.location), administrator);
  expect(page.text).toContain("Set a new password for Eva Nová");
  expect(page.text).not.toContain(">Undo<");
});

test("the only administrator cannot be closed", async () => {
  const { id } = await accountOf(emailOf("administrator"));
  const answer = await sendForm(demo.address, `/admin/accounts/${id}/closing`, administrator, {
    state: "closed",
  });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("This is the only administrator");
  expect((await accountOf(emailOf("administrator"))).closed_at).toBeNull();
});

test("one changes an own password only with the one before, and is signed out everywhere else", async () => {
  const [here, there] = [await sessionOf(emailOf("ministry")), await sessionOf(emailOf("ministry"))];
  const change = (currentPassword: string, newPassword: string) =>
    sendForm(demo.address, "/account/password", here, { currentPassword, newPassword });
  expect((await change("not your current password", "another long password")).status).toBe(400);
  expect((await change(DEMO_PASSWORD, "short")).status).toBe(400);
  expect((await change(DEMO_PASSWORD, "another long password")).status).toBe(303);
  expect((await openPage(demo.address, "/account", here)).status).toBe(200);
  expect((await openPage(demo.address, "/account", there)).status).toBe(302);
});

test("an own name that somebody else changed meanwhile is refused with both texts, and saving again keeps mine", async () => {
  const { id, version } = await accountOf(emailOf("clearer"));
  const session = await sessionOf(emailOf("clearer"));
  const form = { name: "Petr D.", position: "Defence", zone: "Europe/Prague", version: String(version) };
  await sendForm(demo.address, `/admin/accounts/${id}`, administrator, {
    name: "P. Dvořák",
    email: emailOf("clearer"),
    version: String(version),
  });
  const stale = await sendForm(demo.address, "/account", session, form);
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    Name: ["P. Dvořák", "Petr D."],
    Position: ["Empty", "Defence"],
    "Time zone": ["America/New_York", "Europe/Prague"],
  });
  const renewed = /name="version" value="(\d+)"/.exec(stale.text)?.[1] ?? "";
  expect((await sendForm(demo.address, "/account", session, { ...form, version: renewed })).status).toBe(303);
  expect((await accountOf(emailOf("clearer"))).name).toBe("Petr D.");
});

const BLACK_SEA = {
  name: "Černé moře: Black Sea security",
  sentence: "",
  status: "planned",
  startsOn: "1 Jan 2027",
  endsOn: "31 Dec 2027",
  handling: "TLP:AMBER",
  paperSize: "A4",
  clashDays: "14",
  travelMinutes: "30",
};

test("an administrator without a role in a campaign adds one, and does not see into it", async () => {
  const added = await sendForm(demo.address, "/admin/campaigns/new", administrator, BLACK_SEA);
  expect(added.status).toBe(303);
  expect((await openPage(demo.address, "/c/cerne-more-black-sea-security", administrator)).status).toBe(404);
  expect(
    (await openPage(demo.address, "/admin/campaigns/cerne-more-black-sea-security", administrator)).status,
  ).toBe(200);
});

test("a campaign that was edited twice is shown to the later one in the words of both, its rules too", async () => {
  const page = "/admin/campaigns/cerne-more-black-sea-security";
  const edit = (change: Record<string, string>) =>
    sendForm(demo.address, page, administrator, { ...BLACK_SEA, version: "2", ...change });
  expect((await edit({ silenceIsAgreement: "on", endsOn: "30 Dec 2027" })).status).toBe(303);
  const stale = await edit({ status: "in progress", handling: "TLP:RED" });
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    Status: ["Planned", "In progress"],
    Until: ["30 Dec 2027", "31 Dec 2027"],
    "Handling mark on its papers": ["TLP:AMBER: Need to know only", "TLP:RED: For named people only"],
    Silence: ["A ministry desk that does not answer by its deadline is taken to agree", "Empty"],
  });
});

test.each([
  [{ startsOn: "30 Feb 2027" }, "That day is not in the calendar"],
  [{ endsOn: "1 Jan 2020" }, "Enter a last day on or after the first"],
  [{ name: "a".repeat(400_000) }, "Use 120 characters at most"],
  [{ clashDays: "1e9" }, "Enter a number of days from 0 to 365"],
  [{ clashDays: "" }, "Enter a number of days from 0 to 365"],
  [{ travelMinutes: "241" }, "Enter a number of minutes from 0 to 240"],
  [{ travelMinutes: "half an hour" }, "Enter a number of minutes from 0 to 240"],
  [{ handling: "SECRET" }, "Choose a handling mark"],
  [{ paperSize: "Foolscap" }, "Choose A4 or US Letter"],
])("settings that cannot be are refused at their field: %o", async (given, sentence) => {
  const session = await sessionOf(emailOf("officer"));
  const form = { ...BLACK_SEA, version: "1", ...given };
  const answer = await sendForm(demo.address, `/c/${DEMO_CAMPAIGN}/settings`, session, form);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(sentence);
});

test("a NUL in a name is refused in words", async () => {
  const session = await sessionOf(emailOf("officer"));
  const answer = await sendForm(demo.address, "/account", session, { name: "a\0b" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("NUL character");
});

test("a refused password stands nowhere in the answer, whatever form it was sent by", async () => {
  const typed = "never-shown-again";
  const session = await sessionOf(emailOf("officer"));
  const { id } = await accountOf(emailOf("officer"));
  const fields = { password: typed, currentPassword: typed, newPassword: typed };
  const answers = [
    await sendForm(demo.address, "/sign-in", null, { email: emailOf("officer"), password: typed }),
    await sendForm(demo.address, "/account", null, { ...fields, name: "kept-as-typed" }),
    await sendForm(demo.address, "/account/password", session, fields),
    await sendForm(demo.address, "/account/password", session, {
      ...fields,
      newPassword: typed.slice(0, 11),
    }),
    await sendForm(demo.address, `/admin/accounts/${id}/password`, administrator, {
      newPassword: typed.slice(0, 11),
    }),
    await sendForm(demo.address, "/admin/accounts/new", administrator, { ...fields, name: "" }),
  ];
  for (const { status, text } of answers) {
    expect([400, 401, 409]).toContain(status);
    expect(text).not.toContain(typed.slice(0, 11));
  }
  expect(answers[1]?.text).toContain("kept-as-typed");
});
