import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { candidatesFor } from "#app/campaign/next-outreach/candidates.ts";
import { everybodyRanked, nextOutreach } from "#app/campaign/next-outreach/next-outreach.ts";
import {
  type Approachable,
  type OutreachGround,
  rankedContacts,
} from "#app/campaign/next-outreach/ranking-input.ts";
import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { figure, ground, message, person, row } from "../../support/builders/next-outreach.ts";
import { plainRanking } from "../../support/plain-outreach-ranking.ts";

const DAY = "2026-11-26";

type Vector = {
  kind: string;
  input: {
    sigma: number;
    contacts: {
      id: string;
      audience: string;
      priority: number;
      influence: number;
      stance: number | null;
      daysSinceContact: number | null;
      daysSinceMessage: Record<string, number>;
    }[];
    cells: Record<string, Record<string, { mean: number; variance: number }>>;
    plannedMeetings: Record<string, number>;
  };
  expected: { ranking: { contact: string; message: number; total: number; pGood: number; weight: number }[] };
};

/** Each contact of a published case as the one person of an audience with that contact's priority and stance. */
function groundOf({ input }: Vector): OutreachGround {
  const numbers = Object.keys(Object.values(input.cells)[0] ?? {});
  return ground({
    sigma: input.sigma,
    messages: numbers.map((number) => message(Number(number))),
    rows: input.contacts.map(({ id, audience, priority, influence, stance }) => ({
      audience: { id, name: id, priority: 4 - 3 * priority },
      influence,
      plannedMeetings: input.plannedMeetings[audience] ?? 0,
      readings: stance === null ? [] : [{ readOn: DAY, stance }],
      figures: numbers.map((number) => {
        const cell = input.cells[audience]?.[number] ?? { mean: 0, variance: 1 };
        return figure(cell.mean, cell.variance);
      }),
    })),
    contacts: input.contacts.map(({ id, daysSinceContact, daysSinceMessage }) =>
      person(id, id, {
        lastContactOn: daysSinceContact === null ? null : addDays(DAY, -daysSinceContact),
        heardOn: Object.fromEntries(
          Object.entries(daysSinceMessage).map(([number, days]) => [`m${number}`, addDays(DAY, -days)]),
        ),
      }),
    ),
  });
}

test("the published cases come out of the campaign's own ranking", () => {
  const file = JSON.parse(readFileSync("tests/method/vectors.json", "utf8")) as {
    cases: Vector[];
  };
  const cases = file.cases.filter(({ kind }) => kind === "outreach");
  expect(cases.length).toBeGreaterThan(1);
  for (const vector of cases) {
    const { advice } = rankedContacts(groundOf(vector));
    expect(advice.map(({ contact, message }) => [contact.split(" ")[0], message])).toEqual(
      vector.expected.ranking.map(({ contact, message }) => [contact, message]),
    );
    vector.expected.ranking.forEach(({ total, pGood, weight }, at) => {
      expect(advice[at]?.total).toBeCloseTo(total, 9);
      expect(advice[at]?.pGood).toBeCloseTo(pGood, 9);
      expect(advice[at]?.weight).toBeCloseTo(weight, 9);
    });
  }
});

const level = fc.record({
  mean: fc.double({ min: -2, max: 2, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 1.5, noNaN: true }),
});
const daysAgo = fc.integer({ min: 0, max: 400 });
const campaign = fc
  .record({ messages: fc.integer({ min: 1, max: 4 }), audiences: fc.integer({ min: 1, max: 4 }) })
  .chain(({ messages, audiences }) =>
    fc.record({
      messages: fc.array(fc.constantFrom("in use", "in use", "on hold", "retired"), {
        minLength: messages,
        maxLength: messages,
      }),
      rows: fc.array(
        fc.record({
          priority: fc.integer({ min: 1, max: 3 }),
          influence: fc.integer({ min: 1, max: 5 }),
          planned: fc.integer({ min: 0, max: 6 }),
          stances: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
          levels: fc.array(level, { minLength: messages, maxLength: messages }),
        }),
        { minLength: audiences, maxLength: audiences },
      ),
      people: fc.array(
        fc.record({
          audience: fc.integer({ min: 0, max: audiences - 1 }),
          met: fc.option(daysAgo, { nil: null }),
          heard: fc.option(fc.record({ message: fc.integer({ min: 1, max: messages }), days: daysAgo }), {
            nil: null,
          }),
          stances: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
        }),
        { maxLength: 30 },
      ),
    }),
  )
  .map(({ messages, rows, people }) =>
    ground({
      messages: messages.map((standing, at) => message(at + 1, standing)),
      rows: rows.map(({ priority, influence, planned, stances, levels }, at) =>
        row(`a${at}`, [], {
          audience: { id: `a${at}`, name: `a${at}`, priority },
          influence,
          plannedMeetings: planned,
          readings: stances.map((stance, index) => ({ readOn: addDays(DAY, -200 * index), stance })),
          figures: levels.map(({ mean, variance }) => figure(mean, variance)),
        }),
      ),
      contacts: people.map(({ audience, met, heard, stances }, at) =>
        person(`c${at}`, `a${audience}`, {
          lastContactOn: met === null ? null : addDays(DAY, -met),
          heardOn: heard === null ? {} : { [`m${heard.message}`]: addDays(DAY, -heard.days) },
          readings: stances.map((stance, index) => ({ readOn: addDays(DAY, -90 * index), stance })),
        }),
      ),
    }),
  );

test("everybody stands once with the best message, as a plain search of every pair finds it", () => {
  fc.assert(
    fc.property(campaign, (given) => {
      const plain = plainRanking(given);
      const best = plain.filter(
        ({ contact }, at) => plain.findIndex((other) => other.contact === contact) === at,
      );
      const { options, count } = everybodyRanked(given, () => ({ limit: 1000, offset: 0 }));
      expect(count).toBe(best.length);
      options.forEach((option, at) => {
        const alike = best.filter(({ total }) => Math.abs(total - (best[at]?.total ?? 0)) < 1e-9);
        const one = alike.find(({ contact }) => contact === option.contactId);
        expect(one).toBeDefined();
        expect(option.total).toBeCloseTo(one?.total ?? Number.NaN, 9);
        expect(option.pGood).toBeCloseTo(
          plain.find((p) => p.contact === option.contactId && p.message === option.message.number)?.pGood ??
            Number.NaN,
          9,
        );
        const { priority, influence, stance, recency, repetition } = option.factors;
        expect(
          priority.value * influence.value * stance.value * recency.value * repetition.value,
        ).toBeCloseTo(option.weight, 12);
      });
    }),
    { numRuns: 200 },
  );
});

test("the first twenty are the first of everybody, in their order, whatever their audience", () => {
  fc.assert(
    fc.property(campaign, (given) => {
      const { first, against } = nextOutreach(given);
      expect(first).toEqual(everybodyRanked(given, () => ({ limit: 20, offset: 0 })).options);
      for (const one of against) expect(one.total).toBeLessThan(0);
      expect(new Set(against.map(({ audience, message }) => `${audience.id} ${message.id}`)).size).toBe(
        against.length,
      );
    }),
    { numRuns: 100 },
  );
});

test("a part of everybody is that part of the whole", () => {
  const given = ground({
    messages: [message(1)],
    rows: [row("a", [0.5])],
    contacts: Array.from({ length: 7 }, (_, at) =>
      person(`c${at}`, "a", { lastContactOn: addDays(DAY, -10 * at) }),
    ),
  });
  const whole = everybodyRanked(given, () => ({ limit: 7, offset: 0 })).options;
  expect(everybodyRanked(given, () => ({ limit: 2, offset: 3 })).options).toEqual(whole.slice(3, 5));
  expect(daysBetween(whole[0]?.factors.recency.lastContactOn ?? DAY, DAY)).toBe(60);
});

const crowd = fc
  .record({
    given: campaign,
    met: fc.array(fc.option(fc.constantFrom(5, 30, 60, 90, 91, 120, 300), { nil: null }), { maxLength: 60 }),
    zero: fc.boolean(),
  })
  .map(({ given, met, zero }) => ({
    ...given,
    rows: zero
      ? given.rows.map((one) => ({ ...one, figures: one.figures.map(() => figure(0, 0.4)) }))
      : given.rows,
    contacts: [
      ...given.contacts,
      ...met.map((days, at) =>
        person(`d${(at * 37) % 60}`, `a${at % given.rows.length}`, {
          lastContactOn: days === null ? null : addDays(DAY, -days),
        }),
      ),
    ],
  }));

function groupOf(audienceId: string, lastContactOn: CalendarDate | null, ids: readonly string[]) {
  return { audienceId, lastContactOn, people: ids.length, ids };
}

/** Whom the store hands over of the groups that are chosen: of those who were not met lately the first. */
function handedOver(given: OutreachGround, groups: readonly ReturnType<typeof groupOf>[], most: number) {
  return candidatesFor(given, groups, most).flatMap(({ lastContactOn, ids }) =>
    ids.slice(0, lastContactOn !== null && lastContactOn >= addDays(DAY, -90) ? ids.length : most),
  );
}

/** Those of one audience without a stance of their own, by the day on which they were met last; and all others. */
function grouped({ contacts }: OutreachGround) {
  // Of somebody who was not met in the time of a repetition nothing can have been heard in it.
  const wasMetLately = ({ lastContactOn }: Approachable) =>
    lastContactOn !== null && lastContactOn >= addDays(DAY, -90);
  const isApart = (one: Approachable) =>
    one.readings.length > 0 ||
    contacts.some((other) => other.id === one.id && other !== one) ||
    (Object.keys(one.heardOn).length > 0 && !wasMetLately(one));
  const groups = Map.groupBy(
    contacts.filter((one) => !isApart(one)),
    ({ audienceId, lastContactOn }) => `${audienceId} ${lastContactOn}`,
  );
  const alike = [...groups.values()].flatMap((people) => {
    const { audienceId = "", lastContactOn = null } = people[0] ?? {};
    return [groupOf(audienceId, lastContactOn, people.map(({ id }) => id).toSorted())];
  });
  return { alike, apart: contacts.filter(isApart) };
}

test("the first are among the candidates, whoever else there is", () => {
  let fewer = 0;
  fc.assert(
    fc.property(crowd, fc.constantFrom(1, 5, 20), (given, most) => {
      const { alike, apart } = grouped(given);
      const chosen = new Set(handedOver(given, alike, most));
      const contacts = given.contacts.filter((one) => apart.includes(one) || chosen.has(one.id));
      if (contacts.length < given.contacts.length) fewer += 1;
      const { first, against } = nextOutreach(given);
      const ofFew = nextOutreach({ ...given, contacts });
      expect(ofFew.first.slice(0, most)).toEqual(first.slice(0, most));
      expect(ofFew.against.map(({ total }) => total)).toEqual(against.map(({ total }) => total));
    }),
    { numRuns: 500 },
  );
  expect(fewer).toBeGreaterThan(25);
});

test("of a crowd only as many are worked out as may be shown, and nobody met lately who cannot be among them", () => {
  const given = ground({ messages: [message(1)], rows: [row("a", [0.5])] });
  const ids = Array.from({ length: 5000 }, (_, at) => `c${10_000 + at}`);
  const group = (ago: number | null, of: readonly string[]) =>
    groupOf("a", ago === null ? null : addDays(DAY, -ago), of);
  const lately = [1, 30, 90].map((ago) => group(ago, [`q${ago}`]));
  const longAgo = [91, 200, 400].map((ago) => group(ago, [`p${ago}`]));
  expect(handedOver(given, [group(null, ids), ...longAgo, ...lately], 20)).toEqual(ids.slice(0, 20));
  expect(handedOver(given, [...longAgo, ...lately], 2)).toEqual(["p200", "p400"]);
  expect(handedOver(given, [...longAgo, ...lately], 4)).toEqual(["p91", "p200", "p400", "q1", "q30", "q90"]);
});

test.for([
  { mean: 0.5, other: 0.25, most: 2, who: "had heard nothing" },
  { mean: -0.5, other: -0.25, most: 1, who: "had heard it, which makes bad news half as bad" },
])(
  "whoever was met lately is worked out where somebody who $who could be among the first",
  ({ mean, other, most }) => {
    const given = ground({ messages: [message(1)], rows: [row("a", [mean]), row("b", [other])] });
    const group = (audienceId: string, ago: number, of: string) =>
      groupOf(audienceId, addDays(DAY, -ago), [of]);
    const groups = [
      group("a", 400, "a400"),
      group("b", 400, "b400"),
      group("a", 90, "a90"),
      group("a", 60, "a60"),
    ];
    expect(handedOver(given, groups, most)).toContain("a90");
  },
);
