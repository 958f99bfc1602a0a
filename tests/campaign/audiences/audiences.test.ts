import { expect, test } from "vitest";
import {
  AUDIENCE_KINDS,
  isAudienceKind,
  kindHeading,
  kindPlace,
  PLACES,
} from "#app/campaign/audiences/audience-kind.ts";
import {
  audienceOfOrganisation,
  explainAudienceRefusal,
  shortName,
} from "#app/campaign/audiences/audience-of-organisation.ts";
import { firstGap, type GapEvidence } from "#app/campaign/audiences/gap.ts";
import { quadrantOf } from "#app/campaign/audiences/quadrant.ts";
import {
  inAudienceOrder,
  isSilent,
  type Listed,
  silenceSentence,
  silentDays,
  silentOf,
} from "#app/campaign/audiences/silence.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const today = "2026-11-10";

test("influence and interest are high from 3", () => {
  expect(quadrantOf(3, 3)).toBe("manage closely");
  expect(quadrantOf(3, 2)).toBe("keep satisfied");
  expect(quadrantOf(2, 3)).toBe("keep informed");
  expect(quadrantOf(2, 2)).toBe("monitor");
});

test("every kind of audience has a place in the filter", () => {
  for (const { value } of AUDIENCE_KINDS) expect(PLACES).toContain(kindPlace(value));
  expect(isAudienceKind("toString")).toBe(false);
  expect(kindHeading("think tank")).toBe("Think tanks");
  expect(kindHeading("guild")).toBe("guild");
});

test("a silence is over 60 days, or no contact at all", () => {
  expect(isSilent("2026-09-11", today)).toBe(false);
  expect(isSilent("2026-09-10", today)).toBe(true);
  expect(isSilent(null, today)).toBe(true);
  expect(silentDays("2026-11-12", today)).toBe(0);
});

const listed = (name: string, more: Partial<Listed> = {}): Listed => ({
  name,
  priority: 2,
  lastContactOn: null,
  nextAt: null,
  ...more,
});

test("the longest silence comes first, never met before all others, then priority, then name", () => {
  const audiences = [
    listed("Reporters", { lastContactOn: "2026-11-10" }),
    listed("Zeta", { lastContactOn: "2026-06-18" }),
    listed("Alpha", { lastContactOn: "2026-06-18" }),
    listed("First", { lastContactOn: "2026-06-18", priority: 1 }),
    listed("Never"),
  ];
  expect(inAudienceOrder(audiences, "silence").map(({ name }) => name)).toEqual([
    "Never",
    "First",
    "Alpha",
    "Zeta",
    "Reporters",
  ]);
});

test("by next event the audience with nothing planned comes last", () => {
  const audiences = [
    listed("None"),
    listed("Later", { nextAt: "2026-12-01T15:00:00.000Z" }),
    listed("Soon", { nextAt: "2026-11-10T19:00:00.000Z" }),
  ];
  expect(inAudienceOrder(audiences, "next").map(({ name }) => name)).toEqual(["Soon", "Later", "None"]);
});

test("names with diacritics stand in their alphabetical place", () => {
  expect(
    inAudienceOrder([listed("Zeta"), listed("Émile"), listed("Delta")], "name").map(({ name }) => name),
  ).toEqual(["Delta", "Émile", "Zeta"]);
});

const heard = (name: string, lastContactOn: CalendarDate | null, priority = 2) => ({
  name,
  lastContactOn,
  priority,
  nextDay: null,
});

test("the sentence counts the silent ones and names the one of priority 1", () => {
  const audiences = [
    heard("A", "2026-06-18"),
    { ...heard("Pentagon", "2026-09-03", 1), nextDay: "Thu 12 Nov" },
    heard("C", "2026-11-09"),
  ];
  expect(silenceSentence(audiences, today)).toBe(
    "Two of three audiences have had no contact with us for over 60 days. One of them, Pentagon, is priority 1 and has its next event on Thu 12 Nov.",
  );
});

test("the sentence is right for none, one, some and all of one, two and many", () => {
  expect(
    [1, 2, 4].flatMap((all) => [0, 1, all].map((silent) => silentOf(silent, all, "priority-1"))),
  ).toEqual([
    "The only priority-1 audience has had contact with us in the last 60 days",
    "The only priority-1 audience has had no contact with us for over 60 days",
    "The only priority-1 audience has had no contact with us for over 60 days",
    "Both priority-1 audiences have had contact with us in the last 60 days",
    "One of two priority-1 audiences has had no contact with us for over 60 days",
    "Neither priority-1 audience has had contact with us for over 60 days",
    "All four priority-1 audiences have had contact with us in the last 60 days",
    "One of four priority-1 audiences has had no contact with us for over 60 days",
    "None of the four priority-1 audiences has had contact with us for over 60 days",
  ]);
  expect(silentOf(3, 3)).toBe("None of the three audiences has had contact with us for over 60 days");
});

test("the sentence is honest about one, about none and about nobody", () => {
  expect(silenceSentence([heard("A", "2026-06-18", 1), heard("C", "2026-11-09")], today)).toBe(
    "One of two audiences has had no contact with us for over 60 days. It is A, which is priority 1 and has nothing planned.",
  );
  expect(silenceSentence([heard("C", "2026-11-09")], today)).toBe(
    "The only audience has had contact with us in the last 60 days.",
  );
  expect(silenceSentence([heard("C", "2026-11-09"), heard("D", "2026-11-09")], today)).toBe(
    "Both audiences have had contact with us in the last 60 days.",
  );
  expect(silenceSentence([], today)).toBe("The campaign has no audiences at present.");
});

const evidence: GapEvidence = { owed: null, unheardMessages: [], stance: { state: "no reading" } };
const standing = { state: "known", stance: 3, readOn: "2026-09-24", lapsesOn: "2026-12-23" } as const;

test("a promise past its day is the first gap, one that is due today is none", () => {
  const owed = { text: "2023 declaration", dueOn: "2026-11-05" } as const;
  expect(firstGap({ ...evidence, owed, unheardMessages: [2] }, today)).toEqual({
    kind: "owed",
    text: "Owed: 2023 declaration, 5 days late",
  });
  expect(firstGap({ ...evidence, owed: { ...owed, dueOn: today } }, today)).toBeNull();
});

test("a message never heard comes before a lapsed stance", () => {
  const stance = { state: "lapsed", last: 4, readOn: "2026-05-14", lapsedOn: "2026-08-12" } as const;
  expect(firstGap({ ...evidence, unheardMessages: [2], stance }, today)).toEqual({
    kind: "never heard",
    messages: [2],
  });
  expect(firstGap({ ...evidence, stance }, today)).toEqual({ kind: "stance", text: "Stance lapsed" });
});

test("a stance that lapses within 45 days is a gap, a fresh one is none", () => {
  expect(firstGap({ ...evidence, stance: standing }, today)).toEqual({
    kind: "stance",
    text: "Stance lapses on Wed 23 Dec",
  });
  expect(firstGap({ ...evidence, stance: standing }, "2026-11-07")).toBeNull();
});

test("majority and minority of a committee are two audiences", () => {
  const source = { name: "Senate Committee on Foreign Relations", kind: "committee", parentName: null };
  expect(audienceOfOrganisation(source, "majority")).toEqual({
    ok: true,
    audience: {
      name: "Senate Foreign Relations, majority staff",
      kind: "congressional committee",
      side: "majority",
    },
  });
  expect(audienceOfOrganisation(source, null)).toEqual({ ok: false, reason: "side-needed" });
});

test("a subcommittee is named behind its committee", () => {
  const source = { name: "Readiness", kind: "subcommittee", parentName: "House Committee on Armed Services" };
  expect(audienceOfOrganisation(source, "minority")).toMatchObject({
    audience: { name: "House Armed Services, Readiness, minority staff" },
  });
});

test("an agency has no sides, and an unknown kind of organisation becomes an agency", () => {
  const source = { name: "Department of State", kind: "executive agency", parentName: null };
  expect(audienceOfOrganisation(source, "majority")).toEqual({ ok: false, reason: "side-not-held" });
  expect(audienceOfOrganisation({ ...source, kind: "court" }, null)).toMatchObject({
    audience: { kind: "executive agency" },
  });
  expect(audienceOfOrganisation({ ...source, kind: "press" }, null)).toMatchObject({
    audience: { kind: "press" },
  });
  expect(audienceOfOrganisation({ ...source, kind: "chamber" }, null)).toMatchObject({
    audience: { kind: "leadership" },
  });
});

test("committees are named as people say them", () => {
  expect(shortName("House Permanent Select Committee on Intelligence")).toBe("House Intelligence");
  expect(shortName("Senate Committee on the Judiciary")).toBe("Senate Judiciary");
  expect(shortName("Joint Committee on Printing")).toBe("Joint Committee on Printing");
});

test("every refusal has a sentence", () => {
  expect(explainAudienceRefusal("side-needed")).toContain("majority or minority");
  expect(explainAudienceRefusal("audience-not-found")).toMatch(/\.$/);
});
