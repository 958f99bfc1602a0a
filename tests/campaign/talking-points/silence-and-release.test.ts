import { expect, test } from "vitest";
import {
  clearByRelease,
  clearBySilence,
  type Release,
  type Silence,
} from "#app/campaign/clearances/clear-text.ts";
import { mannerOf } from "#app/campaign/clearances/clearance-round.ts";
import { silenceAt } from "#app/campaign/clearances/due.ts";

import { ASKED_AT, request, waiting } from "../../support/builders/clearance-round.ts";

const at = new Date("2026-11-09T17:00:00.000Z");
const embassyAgreed = request({ answer: "cleared" });
const silent = waiting("nato", { askedAt: ASKED_AT, silenceAt: at });

function silence(given: Partial<Silence> = {}): Silence {
  return {
    hash: "hash",
    handling: "TLP:AMBER" as const,
    status: "draft",
    round: [embassyAgreed, silent],
    requestId: "nato",
    openObjections: 0,
    silenceIsAgreement: true,
    now: at,
    ...given,
  };
}

test("silence means agreement at its time, and not a millisecond before", () => {
  expect(clearBySilence(silence())).toMatchObject({ next: "cleared", authority: "ministry" });
  expect(clearBySilence(silence({ now: new Date(at.getTime() - 1) }))).toBeNull();
});

test("silence means nothing about another text, after an objection, or with the setting off", () => {
  expect(clearBySilence(silence({ hash: "another" }))).toBeNull();
  expect(clearBySilence(silence({ openObjections: 1 }))).toBeNull();
  expect(clearBySilence(silence({ handling: "TLP:CLEAR" as const }))).toBeNull();
  expect(clearBySilence(silence({ handling: "TLP:RED" as const }))).not.toBeNull();
  expect(clearBySilence(silence({ silenceIsAgreement: false }))).toBeNull();
  expect(clearBySilence(silence({ status: "cleared" }))).toBeNull();
  const returned = waiting("eu", { askedAt: ASKED_AT, answer: "returned" });
  expect(clearBySilence(silence({ round: [embassyAgreed, silent, returned] }))).toBeNull();
});

test("silence means nothing where the desk has answered, was not asked, or has no time set", () => {
  const round = (given: Partial<typeof silent>) => [embassyAgreed, { ...silent, ...given }];
  expect(clearBySilence(silence({ round: round({ answer: "withdrawn" }) }))).toBeNull();
  expect(clearBySilence(silence({ round: round({ askedAt: null }) }))).toBeNull();
  expect(clearBySilence(silence({ round: round({ silenceAt: null }) }))).toBeNull();
  expect(clearBySilence(silence({ requestId: "forged" }))).toBeNull();
});

test("silence never speaks for the embassy, and waits for its word where all were asked at once", () => {
  const embassy = request({ silenceAt: at });
  expect(clearBySilence(silence({ round: [embassy, silent], requestId: "embassy" }))).toBeNull();
  expect(clearBySilence(silence({ round: [request(), silent] }))).toBeNull();
});

test("the silence of one desk leaves the others to be waited for", () => {
  const eu = waiting("eu", { askedAt: ASKED_AT });
  expect(clearBySilence(silence({ round: [embassyAgreed, silent, eu] }))).toEqual({
    next: "wait for the others",
  });
});

test("a desk's silence counts at its due time, where it had a working day and the setting allows it", () => {
  // Friday 16:00 in Prague to Monday 18:00: an hour and a day of eight.
  const desk = { zone: "Europe/Prague", country: "CZ" } as const;
  const asked = {
    ...({ side: "ministry", kind: "talking points", desk, dueAt: at } as const),
    ...{ askedAt: ASKED_AT, silenceIsAgreement: true },
  } as const;
  expect(silenceAt(asked)).toEqual(at);
  expect(silenceAt({ ...asked, kind: "message revision" })).toBeNull();
  expect(silenceAt({ ...asked, askedAt: new Date("2026-11-09T08:00:00.000Z") })).toEqual(at);
  expect(silenceAt({ ...asked, askedAt: new Date("2026-11-09T08:00:00.001Z") })).toBeNull();
  expect(silenceAt({ ...asked, side: "embassy" })).toBeNull();
  expect(silenceAt({ ...asked, dueAt: null })).toBeNull();
  expect(silenceAt({ ...asked, silenceIsAgreement: false })).toBeNull();
});

test("a text is cleared by silence as soon as the silence of one desk was needed", () => {
  const answer = {
    desk: "",
    by: "Petr",
    inPlaceOf: null,
    isOwnDraft: false,
    at,
    manner: "by a person",
  } as const;
  expect(mannerOf([answer])).toBe("by a person");
  expect(mannerOf([answer, { ...answer, by: null, manner: "by silence" }])).toBe("by silence");
});

function release(given: Partial<Release> = {}): Release {
  return {
    hash: "hash",
    shownHash: "hash",
    handling: "TLP:AMBER" as const,
    shownHandling: "TLP:AMBER" as const,
    status: "draft",
    round: [embassyAgreed, silent],
    releaser: { accountId: "head", isHeadOfMission: true },
    writers: ["officer"],
    ownDraftMayBeCleared: false,
    ...given,
  };
}

test("the head of mission releases what is with the clearers, and nobody else does", () => {
  expect(clearByRelease(release())).toEqual({ ok: true, isOwnDraft: false });
  expect(clearByRelease(release({ releaser: { accountId: "head", isHeadOfMission: false } }))).toMatchObject({
    reason: "not-the-head-of-mission",
  });
  expect(clearByRelease(release({ round: [] }))).toMatchObject({ reason: "not-sent-for-clearance" });
  expect(clearByRelease(release({ round: [embassyAgreed] }))).toMatchObject({
    reason: "not-sent-for-clearance",
  });
  expect(clearByRelease(release({ status: "cleared" }))).toMatchObject({ reason: "already-cleared" });
});

test("a release is of the text that was sent and shown", () => {
  expect(clearByRelease(release({ hash: "another" }))).toMatchObject({ reason: "text-is-another" });
  expect(clearByRelease(release({ hash: "another", shownHash: "another" }))).toMatchObject({
    reason: "sent-text-is-another",
  });
  expect(clearByRelease(release({ shownHandling: "TLP:RED" as const }))).toMatchObject({
    reason: "text-is-another",
  });
  const wider = { handling: "TLP:CLEAR" as const, shownHandling: "TLP:CLEAR" as const };
  expect(clearByRelease(release(wider))).toMatchObject({ reason: "handling-is-wider" });
});
