import { beforeEach, expect, test } from "vitest";
import {
  findAccount,
  findPasswordHash,
  insertAccount,
  saveAccount,
  updateAccount,
} from "#app/campaign/accounts/store.server.ts";
import { findFeed, listFeeds, makeFeed, revokeFeed } from "#app/campaign/feeds/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Role } from "#app/http/permission.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now };
let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database);
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "officer" });
});

function recorded<T extends { ok: true } | { ok: false; reason: string }>(
  work: Parameters<typeof database.change<T>>[2],
) {
  return database.change(system, unsent, async (change) => {
    const done = await work(change);
    const what = { recordKind: "account", recordId: "jana", action: "edited" } as const;
    change.describe({ ...what, summary: "Edited", location: "/admin" });
    return done;
  });
}

test("an address is one account's: nobody else gets it, and its own keeps it", async () => {
  const email = "petr@demarche.example";
  const another: Parameters<typeof insertAccount>[1] = {
    ...{ id: "eva", email, name: "Eva", position: "", zone: WASHINGTON, passwordHash: null },
    ...{ isAdministrator: false, roles: [] },
  };
  expect(await recorded((change) => insertAccount(change, another))).toMatchObject({ reason: "email-taken" });
  expect(await recorded((change) => updateAccount(change, "jana", { email }, null))).toMatchObject({
    reason: "email-taken",
  });
  expect(
    (await recorded((change) => updateAccount(change, "petr", { email, name: "Petr N." }, null))).ok,
  ).toBe(true);
  expect(await findAccount(database.read, "petr")).toMatchObject({ email, name: "Petr N." });
  expect((await findAccount(database.read, "jana"))?.email).toBe("jana@demarche.example");
});

test("what somebody is in one campaign is changed or ended without what they are in another", async () => {
  await addCampaign(database, "cyber");
  await addAccount(database, "Zora", { cyber: "reader", esa: "officer" });
  const roles = async () => {
    const account = await findAccount(database.read, "zora");
    return Object.fromEntries(account?.roles.map(({ campaignId, role }) => [campaignId, role]) ?? []);
  };
  const give = async (campaignId: string, role: Role | null) => {
    const { name, email, position, version } = (await findAccount(database.read, "zora"))!;
    const roleThere = { campaign: campaignId, role: role ?? "none" } as const;
    const edited = { name, email, position, isAdministrator: true, roles: [roleThere] };
    await recorded((change) => saveAccount(change, "zora", edited, version));
    return roles();
  };
  expect(await give("cyber", "officer")).toEqual({ cyber: "officer", esa: "officer" });
  expect(await give("esa", "reader")).toEqual({ cyber: "officer", esa: "reader" });
  expect(await give("esa", null)).toEqual({ cyber: "officer" });
  expect(await give("cyber", null)).toEqual({});
});

test("the password that is asked for is that account's own, and none where there is none", async () => {
  for (const id of ["jana", "petr"])
    await recorded((change) => updateAccount(change, id, { password_hash: `hash of ${id}` }, null));
  await addAccount(database, "Eva");
  const kept = (id: string) => findPasswordHash(database.read, id);
  expect(await kept("petr")).toBe("hash of petr");
  expect(await kept("jana")).toBe("hash of jana");
  expect([await kept("eva"), await kept("nobody")]).toEqual([null, null]);
});

test("which letters somebody wants is kept apart: those at once, and the digest", async () => {
  const wishes = async () => {
    const account = await findAccount(database.read, "jana");
    return [account?.wantsDigest, account?.wantsMailAtOnce];
  };
  await recorded((change) => updateAccount(change, "jana", { wants_digest: 0, wants_mail_at_once: 1 }, null));
  expect(await wishes()).toEqual([false, true]);
  await recorded((change) => updateAccount(change, "jana", { wants_digest: 1, wants_mail_at_once: 0 }, null));
  expect(await wishes()).toEqual([true, false]);
});

test("a feed is ended by who made it or by an administrator, and by no colleague", async () => {
  const made = await database.change(jana, unsent, (change) =>
    makeFeed(change, { accountId: "jana", campaignId: null, titles: "busy only" }, "/account"),
  );
  if (!made.ok || made.replayed) throw new Error("a feed is never refused");
  expect(await undoChange(database, jana, made.changeId)).toEqual({ ok: false, reason: "cannot-be-undone" });
  const [feed] = await listFeeds(database.read, "jana");
  const revoke = (accountId: string | null, at = now) =>
    database.change({ ...jana, now: at }, unsent, (change) =>
      revokeFeed(change, { feedId: feed?.id ?? "", accountId, location: "/account" }),
    );
  expect(await revoke("petr")).toEqual({ ok: false, reason: "not-found" });
  expect(await findFeed(database.read, made.token)).toMatchObject({ id: feed?.id, accountId: "jana" });
  expect((await revoke("jana")).ok).toBe(true);
  expect(await findFeed(database.read, made.token)).toBe("ended");
  expect((await revoke(null, new Date(now.getTime() + 60_000))).ok).toBe(true);
  expect((await listFeeds(database.read, "jana"))[0]?.revokedAt).toBe(now.toISOString());
});
