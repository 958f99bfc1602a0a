import { beforeEach, expect, test } from "vitest";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { listRound } from "#app/campaign/clearances/requests.server.ts";
import {
  clearPaper,
  returnPaper,
  sendPaper,
} from "#app/campaign/talking-points/clearing/clearance.server.ts";
import type { Patch } from "#db/change.server.ts";
import { now } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { addPaper } from "../../support/builders/started-paper.ts";
import {
  act,
  agree,
  answers,
  database,
  editFirst,
  hashNow,
  paper,
  requestOf,
  round,
  sendToAll,
  setScene,
  status,
  target,
} from "../../support/clearance-scene.ts";

beforeEach(setScene);

test("altered wording goes to the embassy, then to all other desks at once, and is cleared by the last of them", async () => {
  await editFirst("Altered.");
  await sendToAll();
  expect((await round()).map(({ askedAt }) => askedAt !== null)).toEqual([true, false, false]);
  await agree("petr");
  expect((await round()).map(({ askedAt }) => askedAt !== null)).toEqual([true, true, true]);
  await agree("hana", "Mission to NATO");
  expect((await status()).status).toBe("draft");
  await agree("tomas", "Ministry desk");
  expect(await status()).toMatchObject({
    status: "cleared",
    clearance: {
      manner: "by a person",
      answers: [
        { desk: "Embassy", by: "Petr", inPlaceOf: null },
        { desk: "Ministry desk", by: "Tomas", inPlaceOf: null },
        { desk: "Mission to NATO", by: "Hana", inPlaceOf: "Lenka" },
      ],
    },
  });
});

test("a desk is answered for by its holder or deputy only, and once", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  expect(await agree("tomas", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("petr", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("alena", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("jana", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("lenka", "Mission to NATO")).toMatchObject({ ok: true });
  expect(await agree("hana", "Mission to NATO")).toEqual({ ok: false, reason: "answered-already" });
});

test("a deputy who has lost the role, and a holder whose account was closed, answer no more", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  await act("petr", async (change) => {
    await change.update("campaign_role", "hana-esa", { role: "officer" }, null);
    await change.update("account", "lenka", { closed_at: now.toISOString() }, null);
    const what = { recordKind: "account", recordId: "lenka", action: "closed", summary: "Closed" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
  expect(await agree("hana", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("lenka", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  await editFirst("Altered again.");
  expect(await sendToAll()).toMatchObject({ refusal: { reason: "nobody-at-desk", desk: "Mission to NATO" } });
});

test("who answers needs the right for the side of the request, whatever the desk has become", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  const desks = await listDesks(database.read, "esa");
  const turn = (name: string, patch: Patch<"clearance_desk">) =>
    act("petr", async (change) => {
      const id = desks.find((desk) => desk.name === name)?.id ?? "";
      await change.update("clearance_desk", id, patch, null);
      const what = {
        recordKind: "clearance desk",
        recordId: id,
        action: "changed",
        summary: "Saved",
      } as const;
      change.describe({ ...what, location: "/" });
      return { ok: true };
    });
  await turn("Ministry desk", { side: "embassy", holder_account_id: null });
  await turn("Mission to NATO", {
    side: "embassy",
    holder_account_id: "ambassador",
    deputy_account_id: "hana",
  });
  const notYours = { ok: false, reason: "not-your-desk" };
  for (const who of ["petr", "ambassador", "jana"]) {
    expect(await agree(who, "Ministry desk")).toEqual(notYours);
    expect(await agree(who, "Mission to NATO")).toEqual(notYours);
    const requestId = await requestOf("Ministry desk");
    const reasons = "Not so.";
    expect(await act(who, (change) => returnPaper(change, target(), { requestId, reasons }))).toEqual(
      notYours,
    );
  }
  expect(await agree("tomas", "Ministry desk")).toMatchObject({ ok: true });
  expect(await agree("hana", "Mission to NATO")).toMatchObject({ ok: true });
  expect((await status()).status).toBe("cleared");
});

test("a clearer of another campaign answers for no desk of this one", async () => {
  await addCampaign(database, "other");
  await addAccount(database, "Cyra", { other: "embassy clearer" });
  await editFirst("Altered.");
  await sendToAll();
  expect(await agree("cyra")).toEqual({ ok: false, reason: "not-your-desk" });
  const [embassy] = await listDesks(database.read, "esa");
  expect(embassy?.clearersOfSide.map(({ name }) => name)).toEqual(["Ambassador", "Petr"]);
});

test("a request of another paper, of another campaign, or made up, clears nothing", async () => {
  await editFirst("Altered.");
  await sendToAll();
  const shownHash = await hashNow();
  const forged = (requestId: string) =>
    act("petr", (change) =>
      clearPaper(change, target(), { requestId, shownHash, shownHandling: "TLP:AMBER", settings: SETTINGS }),
    );
  expect(await forged("nothing-like-it")).toEqual({ ok: false, reason: "not-sent-for-clearance" });
  const other = await addPaper(database);
  const [elsewhere] = await listRound(database.read, { kind: "talking points", id: other.id });
  expect(elsewhere).toBeUndefined();
  await addCampaign(database, "other");
  const outside = { campaignId: "other", paperId: paper.id };
  const act2 = { requestId: null, shownHash, shownHandling: "TLP:AMBER", settings: SETTINGS };
  expect(await act("petr", (change) => clearPaper(change, outside, act2))).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect((await status()).status).toBe("draft");
});

test("desks of another campaign cannot be chosen, and those that are not named are not asked", async () => {
  await addCampaign(database, "other");
  const [theirs] = await listDesks(database.read, "other");
  const chosen = [{ deskId: theirs?.id ?? "", asks: "clear", dueAt: null } as const];
  const sent = await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen, onlyDifference: false }),
  );
  expect(sent).toMatchObject({ reason: "cannot-be-asked", refusal: { reason: "nobody-asked" } });
});

test("a drafter cannot leave the ministry out of an altered text", async () => {
  await editFirst("Altered.");
  const [embassy] = await listDesks(database.read, "esa");
  const chosen = [{ deskId: embassy?.id ?? "", asks: "clear", dueAt: null } as const];
  const sent = await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen, onlyDifference: false }),
  );
  expect(sent).toMatchObject({ reason: "cannot-be-asked", refusal: { reason: "ministry-must-be-asked" } });
});

test("another text makes earlier answers void: the new one is sent, and every desk is asked again", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  await editFirst("Altered once more.");
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "sent-text-is-another" });
  await sendToAll();
  expect((await round()).map(({ askedAt, answer }) => [askedAt !== null, answer])).toEqual([
    [true, null],
    [false, null],
    [false, null],
  ]);
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "waits-for-the-embassy" });
});

test("a text that is typed back is the one that was sent: it can be answered again", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await editFirst("Something else.");
  expect(await agree("petr")).toEqual({ ok: false, reason: "sent-text-is-another" });
  await editFirst("Altered.");
  expect(await agree("petr")).toMatchObject({ ok: true });
});

test("a desk whose only clearers wrote some of the text is not asked, and the drafter is told who could be", async () => {
  await editFirst("Petr's words.", "petr");
  expect(await sendToAll()).toMatchObject({ ok: true });
  await editFirst("The ambassador's words.", "ambassador");
  expect(await sendToAll()).toMatchObject({
    refusal: { reason: "only-writers-at-desk", desk: { name: "Embassy" }, instead: [], colleagues: [] },
  });
  expect(await sendToAll({ ...SETTINGS, ownDraftMayBeCleared: true })).toMatchObject({ ok: true });
});

test("of two clearers at once, and of a clearer and a drafter at once, one wins and the other is told", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  const shown = await hashNow();
  const both = await Promise.all([
    agree("lenka", "Mission to NATO", { hash: shown }),
    agree("hana", "Mission to NATO", { hash: shown }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "answered-already" });
  const [saved, cleared] = await Promise.all([
    editFirst("The drafter's newest."),
    agree("tomas", "Ministry desk", { hash: shown }),
  ]);
  expect(saved).toMatchObject({ ok: true });
  const isCleared = cleared.ok;
  expect((await status()).status).toBe(isCleared ? "changed since clearance" : "draft");
});

test("only the difference is put to the desks after a clearance, and the request names what it is from", async () => {
  await sendToAll();
  await agree("petr");
  await editFirst("Altered.");
  const sent = await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen: null, onlyDifference: true }),
  );
  expect(sent).toMatchObject({ ok: true });
  const cleared = await status();
  const id = cleared.status === "changed since clearance" ? cleared.clearance.id : "";
  expect((await round())[0]?.sinceClearanceId).toBe(id);
  // Everybody is asked as before.
  expect(await answers()).toHaveLength(3);
});

test("a return ends the round: the other desks are no longer asked", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  const requestId = await requestOf("Mission to NATO");
  const back = { requestId, reasons: "Needs a date." };
  expect(await act("tomas", (change) => returnPaper(change, target(), back))).toEqual({
    ok: false,
    reason: "not-your-desk",
  });
  await act("lenka", (change) => returnPaper(change, target(), back));
  expect(await answers()).toEqual([
    ["Embassy", "cleared"],
    ["Ministry desk", "withdrawn"],
    ["Mission to NATO", "returned"],
  ]);
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "not-sent-for-clearance" });
});
