import { beforeAll, expect, test } from "vitest";
import { insertKeptForm } from "#app/http/forms-over-sign-in.server.ts";
import {
  administratorAction,
  administratorPage,
  type CampaignArrival,
  campaignAction,
  campaignFilesAction,
  campaignPage,
  notFound,
  publicAction,
  publicPage,
  type Sent,
  signedInAction,
  signedInPage,
} from "#app/http/page.server.ts";
import type { Database } from "#db/database.server.ts";
import { type Arriving, arrivalAt, formOf, HERE } from "../support/arrival.ts";
import { now, system, unsent } from "../support/author.ts";
import { addAccount, addCampaign } from "../support/builders/campaign.ts";
import { freshDatabase } from "../support/database.ts";
import { cookieOf } from "../support/signed-in.ts";

let database: Database;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Rea", { esa: "reader" });
  await addAccount(database, "Off", { esa: "officer" });
  await addAccount(database, "Adm", {});
  await database.change(system, unsent, async (change) => {
    await change.update("account", "adm", { is_administrator: 1 }, null);
    change.describe({
      ...{ recordKind: "account", recordId: "adm", action: "changed" },
      ...{ summary: "Made administrator", location: "/" },
    });
    return { ok: true };
  });
  for (const id of ["rea", "off", "adm"]) cookies[id] = await cookieOf(database, HERE, id, now);
});

type Answering = (args: never) => Promise<unknown>;

/** The answer, or what was thrown in its place: its status, and where it leads or what it says. */
async function answerOf(route: Answering, given: Arriving) {
  const args = arrivalAt(database, given);
  const answered = await route(args as never).then(
    (answer) => ({ answer, thrown: null }),
    (thrown: unknown) => ({ answer: null, thrown }),
  );
  const { answer, thrown } = answered;
  if (thrown === null) return { answer, read: args.read };
  if (thrown instanceof Response) {
    const to = thrown.headers.get("Location");
    const said = to === null ? { data: await thrown.text() } : { to };
    return { status: thrown.status, ...said, read: args.read };
  }
  const { data, init } = thrown as { data: unknown; init?: { status: number } };
  if (init === undefined) throw thrown;
  return { status: init.status, data, read: args.read };
}

const form = formOf([
  ["title", "Typed"],
  ["password", "secret"],
]);

const ROUTES = {
  signedIn: [signedInPage(async () => "in"), signedInAction(async () => "in")],
  administrator: [administratorPage(async () => "in"), administratorAction(async () => "in")],
  read: [campaignPage("read", async () => "in"), campaignAction("read", async () => "in")],
  write: [campaignPage("write", async () => "in"), campaignAction("write", async () => "in")],
  files: [campaignPage("write", async () => "in"), campaignFilesAction("write", async () => "in")],
} as const;

const inside = { answer: "in", read: [] };
const NOT_ADMINISTRATOR = "Only an administrator of the installation may do this.";
const NOT_FOR_READER =
  "Your role in this campaign (reader) does not let you do this. Ask an officer to do it, or ask your administrator to change your role.";

test("each page and action carries who may call it", () => {
  const made = [
    ...[publicPage(async () => 1), publicAction(async () => 1)],
    ...[signedInPage(async () => 1), signedInAction(async () => 1)],
    ...[administratorPage(async () => 1), administratorAction(async () => 1)],
    ...[campaignPage("read", async () => 1), campaignAction("write", async () => 1)],
    campaignFilesAction("clear for the embassy", async () => 1),
  ];
  expect(made.map(({ access }) => access)).toEqual([
    ...["anybody", "anybody", "signed in", "signed in", "administrator", "administrator"],
    ...["read", "write", "clear for the embassy"],
  ]);
});

test("without a session a page leads to the sign-in, and a form is kept for it without its secrets", async () => {
  for (const [page, action] of Object.values(ROUTES)) {
    const path = "/c/esa/x?a=1&b";
    expect(await answerOf(page, { path, campaign: "esa" })).toEqual({
      status: 302,
      to: `/sign-in?to=${encodeURIComponent(path)}`,
      read: [],
    });
    expect(await answerOf(action, { path, campaign: "esa", form })).toEqual({
      status: 401,
      data: { to: path, kept: { title: ["Typed"] } },
      read: ["form of nobody"],
    });
  }
});

test("what is more than the sign-in can carry is not kept", async () => {
  const most = 1_040_000 - Buffer.byteLength(JSON.stringify({ a: [""] }));
  const kept = async (given: NonNullable<Arriving["form"]>) =>
    (await answerOf(ROUTES.signedIn[1], { form: given })) as { status: number; data: { kept: unknown } };
  expect((await kept(formOf([["a", "x".repeat(most)]]))).data.kept).not.toBeNull();
  expect((await kept(formOf([["a", "x".repeat(most + 1)]]))).data.kept).toBeNull();
  const tooLarge = await kept({ ok: false, refusal: { status: 413, sentence: "Too large" } });
  expect([tooLarge.status, tooLarge.data.kept]).toEqual([401, null]);
  const broken = { ok: false, refusal: { status: 400, sentence: "Broken" } } as const;
  expect(await answerOf(ROUTES.signedIn[1], { form: broken })).toMatchObject({ status: 400, data: "Broken" });
});

test("an administrator opens what is the administrator's, and nobody else, before a form is read", async () => {
  const [page, action] = ROUTES.administrator;
  for (const who of ["rea", "off"]) {
    const refused = { status: 403, data: NOT_ADMINISTRATOR, read: [] };
    expect(await answerOf(page, { cookie: cookies[who] ?? null })).toEqual(refused);
    expect(await answerOf(action, { cookie: cookies[who] ?? null, form })).toEqual(refused);
  }
  expect(await answerOf(page, { cookie: cookies.adm ?? null })).toEqual(inside);
  expect(await answerOf(action, { cookie: cookies.adm ?? null, form })).toEqual({
    answer: "in",
    read: ["form"],
  });
});

test("a campaign is there for its people, with what their role grants, before a form is read", async () => {
  const of = (who: string, campaign?: string): Arriving => ({ cookie: cookies[who] ?? null, campaign });
  for (const [page, action] of [ROUTES.read, ROUTES.write, ROUTES.files]) {
    for (const given of [of("off", "cyber"), of("adm", "esa"), of("off", "gone"), of("off")]) {
      const missing = {
        status: 404,
        data: expect.stringContaining("a campaign that you are not in"),
        read: [],
      };
      expect(await answerOf(page, given)).toEqual(missing);
      expect(await answerOf(action, { ...given, form })).toEqual(missing);
    }
    expect(await answerOf(page, of("off", "esa"))).toEqual(inside);
    const kind = action === ROUTES.files[1] ? "form with files" : "form";
    expect(await answerOf(action, { ...of("off", "esa"), form })).toEqual({ answer: "in", read: [kind] });
  }
  for (const [page, action] of [ROUTES.write, ROUTES.files]) {
    const refused = { status: 403, data: NOT_FOR_READER, read: [] };
    expect(await answerOf(page, of("rea", "esa"))).toEqual(refused);
    expect(await answerOf(action, { ...of("rea", "esa"), form })).toEqual(refused);
  }
  expect(await answerOf(ROUTES.read[0], of("rea", "esa"))).toEqual(inside);
});

test("a page of a campaign is told who asks, in what, as what, and what they may", async () => {
  const told: CampaignArrival[] = [];
  const page = campaignPage("read", async (arrival) => void told.push(arrival));
  const path = "/c/esa/x?q=1";
  await answerOf(page, { path, campaign: "esa", cookie: cookies.rea ?? null });
  const [arrival] = told;
  expect(arrival).toMatchObject({
    role: "reader",
    kept: null,
    account: { id: "rea" },
    campaign: { id: "esa" },
  });
  expect([arrival?.url.href, arrival?.now, arrival?.database]).toEqual([HERE + path, now, database]);
  expect(arrival?.home.homeCity).toBe("Prague");
  expect([arrival?.may("read"), arrival?.may("write")]).toEqual([true, false]);
});

test("what was kept comes back on its own page, to its own account", async () => {
  const id = await insertKeptForm(database, "rea", { path: "/x", values: { title: ["Typed"] } }, now);
  const page = signedInPage(async ({ kept }) => [kept]);
  const keptAt = async (who: string, path: string) =>
    (await answerOf(page, { path, cookie: cookies[who] ?? null })).answer;
  expect(await keptAt("rea", `/x?kept=${id}`)).toEqual([{ title: ["Typed"] }]);
  expect(await keptAt("rea", "/x")).toEqual([null]);
  expect(await keptAt("rea", `/y?kept=${id}`)).toEqual([null]);
  expect(await keptAt("off", `/x?kept=${id}`)).toEqual([null]);
});

test("an action is told its form, its author and its submission, once a form and no longer than 64 characters", async () => {
  const told: Sent[] = [];
  const act = async (arrival: Sent) => void told.push(arrival);
  const send = async (action: Answering, submission: string | File | null) => {
    const sent = formOf(submission === null ? [] : [["submission", submission]]);
    await answerOf(action, { campaign: "esa", cookie: cookies.off ?? null, form: sent });
    return told.pop();
  };
  const inEsa = campaignAction("write", act);
  expect(await send(inEsa, "once")).toMatchObject({
    author: { accountId: "off", channel: "web", now },
    submission: { submission: "once", campaignId: "esa" },
  });
  expect((await send(inEsa, "x".repeat(65)))?.submission.submission).toBe("x".repeat(64));
  for (const none of [null, "", new File([], "f")])
    expect((await send(inEsa, none))?.submission.submission).toBeNull();
  expect((await send(campaignFilesAction("write", act), "a"))?.submission).toEqual({
    submission: "a",
    campaignId: "esa",
  });
  expect((await send(signedInAction(act), "a"))?.submission.campaignId).toBeNull();
  const byAdministrator = administratorAction(act);
  const sent = formOf([["submission", "a"]]);
  expect(await answerOf(signedInAction(act), { cookie: cookies.off ?? null, form: sent })).toMatchObject({
    read: ["form"],
  });
  await answerOf(byAdministrator, { cookie: cookies.adm ?? null, form: sent });
  expect(told.pop()).toMatchObject({
    form: sent.form,
    author: { accountId: "adm" },
    submission: { submission: "a", campaignId: null },
  });
});

test("a public action reads a form of nobody; only a plain page carries the mark that keeps it here", async () => {
  const sent = publicAction(async (arrival) => arrival.form.get("title"));
  expect(await answerOf(sent, { form })).toEqual({ answer: "Typed", read: ["form of nobody"] });
  const list = [1];
  const response = new Response();
  for (const kept of [list, response, null, "text"])
    expect(
      (
        await answerOf(
          publicPage(async () => kept),
          {},
        )
      ).answer,
    ).toBe(kept);
  expect(Object.getOwnPropertySymbols(list)).toEqual([]);
  expect(Object.getOwnPropertySymbols(response)).not.toContain(Symbol.for("SingleFetchRedirect"));
  for (const page of [publicPage, signedInPage, (load: never) => campaignPage("read", load)]) {
    const answer = { shown: 1 };
    const given = { campaign: "esa", cookie: cookies.off ?? null };
    expect(
      (
        await answerOf(
          (page as typeof publicPage)(async () => answer),
          given,
        )
      ).answer,
    ).toBe(answer);
    expect(Object.getOwnPropertySymbols(answer)).toHaveLength(1);
  }
});

test("a database that cannot be written is told with when to try again; any other fault goes on", async () => {
  const args = arrivalAt(database, {});
  const thrownFor = (fault: unknown) =>
    publicPage(async () => Promise.reject(fault))(args as never).catch((thrown: unknown) => thrown);
  const trouble = async (code: string) => {
    const thrown = await thrownFor(Object.assign(new Error(code), { code, primaryCode: code }));
    if (!(thrown instanceof Response)) throw thrown;
    return [thrown.status, thrown.headers.get("Retry-After"), await thrown.text()];
  };
  expect(await trouble("SQLITE_FULL")).toEqual([503, "30", expect.stringContaining("cannot be written")]);
  expect(args.logged.join()).toContain('"reference":"ref"');
  expect(await trouble("SQLITE_CORRUPT")).toEqual([500, null, expect.stringContaining("is damaged")]);
  const other = new Error("other");
  expect(await thrownFor(other)).toBe(other);
  expect(
    await answerOf(
      publicPage(async () => notFound()),
      {},
    ),
  ).toMatchObject({
    status: 404,
    data: expect.stringContaining("a campaign that you are not in"),
  });
});
