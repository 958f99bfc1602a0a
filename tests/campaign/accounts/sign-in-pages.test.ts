import { beforeAll, expect, test } from "vitest";
import type { Zone } from "#app/time/wall-time.ts";
import { system } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_NOW,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  startedDemo,
} from "../../support/demo.ts";
import type { RawAnswer } from "../../support/raw-http.ts";
import { startedServer } from "../../support/server.ts";
import { openPage, sendForm } from "../../support/signed-in.ts";

const HOUR = 3_600_000;
const SETTINGS = `/c/${DEMO_CAMPAIGN}/settings`;

let demo: Demo;

beforeAll(async () => {
  demo = await startedDemo();
});

function cookieIn(answer: RawAnswer): string {
  const [cookie = ""] = answer.headers["set-cookie"] ?? [];
  return cookie.split(";")[0] ?? "";
}

function cookieNamed(name: string, answer: RawAnswer): string {
  const cookies = [answer.headers["set-cookie"] ?? []].flat();
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(";")[0] ?? "";
}

function signIn(fields: Record<string, string> = {}, cookie: string | null = null) {
  const form = { email: emailOf("officer"), password: DEMO_PASSWORD, ...fields };
  return sendForm(demo.address, "/sign-in", cookie, form);
}

test("the right password opens the page that was wanted, under a new session each time", async () => {
  const first = await signIn({ to: SETTINGS });
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe(SETTINGS);
  expect(first.headers["set-cookie"]?.[0]).toMatch(/HttpOnly; SameSite=Lax/);
  const second = await signIn({}, cookieIn(first));
  expect(cookieIn(second)).not.toBe(cookieIn(first));
  expect((await openPage(demo.address, SETTINGS, cookieIn(second))).status).toBe(200);
  expect((await openPage(demo.address, SETTINGS, cookieIn(first))).status).toBe(302);
});

test("the demo says whom one can sign in as; an installation of one's own says nobody", async () => {
  const { text } = await openPage(demo.address, "/sign-in", null);
  expect(text).toContain("Sample data. Sign in as one of these");
  expect(text).toContain(`${emailOf("officer")}: Jana Malá, officer`);
  expect(text).not.toContain("Eva Horáková");
  expect(text).not.toContain(DEMO_PASSWORD);
  const database = await freshDatabase();
  await addAccount(database, "Jana", {});
  const { address } = await startedServer(database, { now: () => DEMO_NOW });
  const own = (await openPage(address, "/sign-in", null)).text;
  expect(own).not.toMatch(/Sample data|jana@/);
});

test("capitals and spaces in the address make no difference", async () => {
  expect((await signIn({ email: ` ${emailOf("officer").toUpperCase()} ` })).status).toBe(303);
});

test("a wrong password and an unknown address are answered alike, with the address kept", async () => {
  const wrong = await signIn({ password: "not the password" });
  const unknown = await signIn({ email: "nobody@demarche.example" });
  expect([wrong.status, unknown.status]).toEqual([400, 400]);
  const sentence = "E-mail or password is wrong";
  expect(wrong.text).toContain(sentence);
  expect(unknown.text).toContain(sentence);
  expect(wrong.text).toContain(`value="${emailOf("officer")}"`);
  expect(wrong.text).not.toContain("not the password");
  expect(wrong.headers).not.toHaveProperty("set-cookie");
});

test.each(["__proto__", "constructor", "toString", "__proto__[x]", "a.constructor.b", "a[__proto__]", "["])(
  "a form with a field called %s is refused, signed in or not",
  async (name) => {
    const form = [
      ["email", emailOf("officer")],
      [name, "1"],
    ] as [string, string][];
    expect((await sendForm(demo.address, "/sign-in", null, form)).status).toBe(400);
    expect((await sendForm(demo.address, SETTINGS, cookieIn(await signIn()), form)).status).toBe(400);
  },
);

test("nobody signs in as the system", async () => {
  expect((await signIn({ email: "system", password: "" })).status).toBe(400);
});

test("after ten wrong passwords an account waits, also with the right one", async () => {
  const form = { email: emailOf("reader"), password: "not the password" };
  for (let attempt = 0; attempt < 10; attempt += 1) expect((await signIn(form)).status).toBe(400);
  const eleventh = await signIn({ ...form, password: DEMO_PASSWORD });
  expect(eleventh.status).toBe(429);
  expect(eleventh.text).toMatch(/Too many attempts\. Try again in \d+ minutes\./);
});

test("what others guess at an account does not lock its owner out of a browser that it knows", async () => {
  const form = { email: emailOf("ambassador") };
  const guessed = { ...form, password: "not the password" };
  const device = cookieNamed("demarche-device", await signIn(form));
  const others = cookieNamed("demarche-device", await signIn({ email: emailOf("ministry") }));
  for (let attempt = 0; attempt < 11; attempt += 1) await signIn(guessed);
  for (const cookie of [null, others, "demarche-device=e30=", `${device}x`]) {
    const refused = await signIn(form, cookie);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  }
  expect((await signIn(form, device)).status).toBe(303);
  for (let attempt = 0; attempt < 10; attempt += 1) expect((await signIn(guessed, device)).status).toBe(400);
  expect((await signIn(form, device)).status).toBe(429);
});

test("a browser is known to each account that has signed in in it, and no longer than 180 days", async () => {
  const first = cookieNamed("demarche-device", await signIn({ email: emailOf("nato") }));
  const second = cookieNamed("demarche-device", await signIn({ email: emailOf("eu") }, first));
  expect(second).toBe(first);
  for (const email of [emailOf("nato"), emailOf("eu")]) {
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn({ email, password: "not the password" });
    expect((await signIn({ email }, first)).status).toBe(303);
  }
  demo.setNow(new Date(DEMO_NOW.getTime() + 181 * 24 * HOUR));
  expect((await signIn({ email: emailOf("eu") }, first)).status).toBe(429);
  demo.setNow(DEMO_NOW);
});

test("the database holds no browser's id", async () => {
  const device = decodeURIComponent(cookieNamed("demarche-device", await signIn())).split("=")[1] ?? "";
  const id: unknown = JSON.parse(Buffer.from(device, "base64").toString("utf8"));
  const rows = await demo.database.read.selectFrom("known_device").selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(String(id)).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(rows)).not.toContain(String(id));
});

test.each([
  "//other.example/",
  "https://other.example/",
  "/\\other.example",
  "javascript:alert(1)",
  "/..//other.example",
  "/.//other.example",
  "/%2e%2e//other.example",
  "/a/..//other.example",
  "/a/../..//other.example/..//x",
  "/\t/other.example",
  "///other.example",
  "/..\\\\other.example",
])("signing in leads nowhere but here: %s", async (to) => {
  expect((await signIn({ to })).headers.location).toBe("/");
  const page = await openPage(demo.address, `/sign-in?to=${encodeURIComponent(to)}`, null);
  expect(page.text).toContain('name="to" value="/"');
});

test("an address that names another host after its dots are resolved is nowhere led to", async () => {
  const session = cookieIn(await signIn());
  for (const path of ["/..//other.example/", "/.//other.example", "/c/..//other.example/sign-in"]) {
    for (const cookie of [session, null]) {
      const { headers, text } = await openPage(demo.address, path, cookie);
      const leadsTo = new URL(String(headers.location ?? "/"), demo.address);
      expect(leadsTo.origin, path).toBe(demo.address);
      expect(leadsTo.searchParams.get("to") ?? "/", path).not.toMatch(/^[/\\]{2}|other/);
      expect(text, path).not.toMatch(/(href|action|value)="\/\//);
    }
  }
});

test("what was typed when a session ran out comes back in its form after signing in", async () => {
  const session = cookieIn(await signIn());
  demo.setNow(new Date(DEMO_NOW.getTime() + 12 * HOUR + 1));
  const typed = { name: 'Autonomy "in" <Washington>', sentence: "Two lines\nof text", version: "1" };
  const refused = await sendForm(demo.address, SETTINGS, session, typed);
  expect(refused.status).toBe(401);
  const kept = /name="kept" value="([^"]*)"/.exec(refused.text)?.[1] ?? "";
  const form = { to: SETTINGS, kept: unescaped(kept) };
  const again = await signIn(form);
  expect(again.headers.location).toMatch(/^\/c\/[a-z-]+\/settings\?kept=[a-z0-9]+$/);
  const page = await openPage(demo.address, String(again.headers.location), cookieIn(again));
  expect(page.text).toContain("Autonomy &quot;in&quot; &lt;Washington&gt;");
  expect(page.text).toContain("Two lines\nof text");
  demo.setNow(DEMO_NOW);
});

function unescaped(text: string): string {
  const characters: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => characters[name] ?? "");
}

test("a session that is used lives on; after 12 hours without use a page leads to the sign-in", async () => {
  const session = cookieIn(await signIn());
  demo.setNow(new Date(DEMO_NOW.getTime() + 11 * HOUR));
  expect((await openPage(demo.address, SETTINGS, session)).status).toBe(200);
  demo.setNow(new Date(DEMO_NOW.getTime() + 22 * HOUR));
  expect((await openPage(demo.address, SETTINGS, session)).status).toBe(200);
  demo.setNow(new Date(DEMO_NOW.getTime() + 35 * HOUR));
  const late = await openPage(demo.address, SETTINGS, session);
  expect(late.headers.location).toBe(`/sign-in?to=${encodeURIComponent(SETTINGS)}`);
  demo.setNow(DEMO_NOW);
});

test("signing out ends the session itself", async () => {
  const session = cookieIn(await signIn());
  const out = await sendForm(demo.address, "/sign-out", session);
  expect(out.headers.location).toBe("/sign-in");
  expect((await openPage(demo.address, SETTINGS, session)).status).toBe(302);
});

test("one session can end another of the same account, and none of anybody else's", async () => {
  const mine = cookieIn(await signIn());
  const other = cookieIn(await signIn());
  const clearer = cookieIn(await signIn({ email: emailOf("clearer") }));
  const sessions = await openPage(demo.address, "/account/sessions", clearer);
  expect(sessions.text).toContain("This session");
  const ofClearer = await demo.database.read
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select("id_hash")
    .where("account.email", "=", emailOf("clearer"))
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  await sendForm(demo.address, "/account/sessions", mine, { session: ofClearer.id_hash });
  expect((await openPage(demo.address, SETTINGS, clearer)).status).toBe(200);
  await sendForm(demo.address, "/account/sessions", mine, { session: "others" });
  expect((await openPage(demo.address, SETTINGS, other)).status).toBe(302);
  expect((await openPage(demo.address, SETTINGS, mine)).status).toBe(200);
});

test("whoever has a time zone that this machine does not know is shown Washington’s", async () => {
  const session = cookieIn(await signIn({ email: emailOf("clearer") }));
  const edited = (zone: Zone) =>
    demo.database.change(system, { submission: null, campaignId: null }, async (change) => {
      const account = await change.read
        .selectFrom("account")
        .select(["id"])
        .where("email", "=", emailOf("clearer"))
        .executeTakeFirstOrThrow();
      await change.update("account", account.id, { zone }, null);
      change.describe({
        recordKind: "account",
        recordId: account.id,
        action: "changed",
        summary: zone,
        location: "/",
      });
      return { ok: true };
    });
  await edited("Mars/Olympus_Mons");
  const pages = await Promise.all(
    ["sessions", "feeds", "mail"].map((page) => openPage(demo.address, `/account/${page}`, session)),
  );
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  await edited("Europe/Prague");
});

test("a cookie that is forged or cut opens nothing", async () => {
  const session = cookieIn(await signIn());
  for (const cookie of [
    "demarche=e30=",
    `${session}x`,
    session.slice(0, -4),
    "demarche=%E0%A4%A",
    "demarche=",
  ]) {
    expect((await openPage(demo.address, SETTINGS, cookie)).status, cookie).toBe(302);
  }
});
