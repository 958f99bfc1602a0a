import { expect, test } from "vitest";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { makeSample, type Sample } from "#app/campaign/sample-campaign/make-sample.ts";
import { haveAnOfficerInCommon, overlap } from "#app/campaign/sample-campaign/overlaps.ts";
import { timesOfCoffee } from "#app/campaign/sample-campaign/repeated-coffee.ts";
import { AUTONOMY, COLLEAGUES, DESKS } from "#app/campaign/sample-campaign/who-is-who.ts";
import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import { dayOf } from "#app/time/wall-time.ts";

const tuesday = "2026-11-24";
const days = [tuesday, "2026-11-28", "2026-12-24", "2027-01-01", "2027-03-13", "2027-07-04"] as const;

function receptionsOf(sample: Sample) {
  return sample.events
    .flatMap(({ outcome }) => outcome?.receptions ?? [])
    .filter(({ score }) => score !== null);
}

test("the sample is the same for the same day and another one for another day", () => {
  expect(makeSample(tuesday)).toEqual(makeSample(tuesday));
  expect(makeSample(tuesday).events).not.toEqual(makeSample("2026-11-25").events);
});

test.each(days)("the sample of %s has its ten audiences, sixty contacts and about 300 receptions", (day) => {
  const sample = makeSample(day);
  const ofAutonomy = sample.audiences.filter(({ campaigns }) =>
    campaigns.some(({ campaign }) => campaign === AUTONOMY),
  );
  expect(ofAutonomy).toHaveLength(10);
  expect(new Set(sample.contacts.map(({ key }) => key)).size).toBeGreaterThanOrEqual(60);
  expect(receptionsOf(sample).length).toBeGreaterThan(270);
  expect(receptionsOf(sample).length).toBeLessThan(330);
});

test("on any day of four years the sample has 270 to 330 receptions", () => {
  const any = Array.from({ length: 292 }, (_, index) => addDays("2026-01-01", index * 5));
  const counts = any.map((day) => receptionsOf(makeSample(day)).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(270);
  expect(Math.max(...counts)).toBeLessThanOrEqual(330);
});

test.each(days)("no event of the sample of %s lies on a weekend or a US holiday", (day) => {
  const idle = makeSample(day).events.filter(
    ({ wallStart }) => !isWorkingDay(dayOf(wallStart), UNITED_STATES),
  );
  expect(idle.map(({ key }) => key)).toEqual([]);
});

test.each(days)("the events of the sample of %s span about eighteen months around it", (day) => {
  const starts = makeSample(day).events.map(({ wallStart }) => dayOf(wallStart));
  expect(daysBetween(starts[0] ?? day, day)).toBeGreaterThan(450);
  expect(daysBetween(day, starts.at(-1) ?? day)).toBeGreaterThan(45);
});

test.each(days)("nothing in the sample of %s is logged before it was held", (day) => {
  const logged = makeSample(day).events.filter(({ outcome }) => outcome !== null);
  expect(logged.filter(({ wallStart }) => wallStart.slice(0, 10) >= day)).toEqual([]);
  expect(logged.every(({ result }) => result === "held")).toBe(true);
});

test.each(days)(
  "the sample of %s has one clash of an officer, in the week of its first working day",
  (day) => {
    const sample = makeSample(day);
    const clashes = sample.events.flatMap((event, index) =>
      sample.events
        .slice(index + 1)
        .filter(
          (other) =>
            other.wallStart.slice(0, 10) === event.wallStart.slice(0, 10) &&
            other.schedule !== "cancelled" &&
            event.schedule !== "cancelled" &&
            haveAnOfficerInCommon(event, other) &&
            overlap(event, other),
        )
        .map((other) => [event.key, other.key]),
    );
    expect(clashes).toEqual([["clash/pentagon", "clash/roundtable"]]);
  },
);

test("on any day of four years the coffee is on working days, overlaps nothing, and has exceptions ahead", () => {
  for (const day of Array.from({ length: 146 }, (_, index) =>
    addDays("2026-01-01", index * 10 + (index % 7)),
  )) {
    const { series, events, days: when } = makeSample(day);
    const coffee = timesOfCoffee(series);
    const idle = coffee.filter(({ wallStart }) => !isWorkingDay(dayOf(wallStart), UNITED_STATES));
    expect(idle).toEqual([]);
    const clashes = events.filter((event) =>
      coffee.some(
        (one) =>
          one.wallStart.slice(0, 10) === event.wallStart.slice(0, 10) &&
          event.schedule !== "cancelled" &&
          haveAnOfficerInCommon(event, one) &&
          overlap(event, one),
      ),
    );
    expect(
      clashes.map(({ key }) => key),
      day,
    ).toEqual([]);
    expect(series.moved.slot > when.firstWorkingDay, day).toBe(true);
    expect(
      series.leftOut.some(({ slot }) => slot > series.moved.slot),
      day,
    ).toBe(true);
    expect(
      daysBetween(dayOf(series.times.at(-1)?.slot ?? "1900-01-01T00:00"), when.campaignEnds),
      day,
    ).toBeLessThan(29);
  }
});

test.each(days)(
  "in the sample of %s defence reporters doubt the third message that they once received well",
  (day) => {
    const scores = makeSample(day).events.flatMap(({ outcome }) =>
      (outcome?.receptions ?? [])
        .filter(({ audience, message }) => audience === "defence-reporters" && message === 3)
        .flatMap(({ score }) => (score === null ? [] : [score])),
    );
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    expect(mean(scores.slice(0, 8))).toBeGreaterThan(0.3);
    expect(mean(scores.slice(-6))).toBeLessThan(-0.3);
  },
);

test("only political appointees carry readings of their own, and all of them are invented", () => {
  const { contacts } = makeSample(tuesday);
  const scored = contacts.filter(({ readings }) => readings.length > 0);
  expect(scored.length).toBeGreaterThan(0);
  expect(scored.every(({ politicalAppointee }) => politicalAppointee)).toBe(true);
  const names = contacts.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
  expect(names).not.toContain("Joe Biden");
  expect(new Set(names).size).toBe(names.length);
});

test("everything that an event names is part of the sample", () => {
  const sample = makeSample(tuesday);
  const known = {
    contacts: sample.contacts.map(({ key }) => key),
    officers: sample.colleagues.map(({ key }) => key),
    audiences: sample.audiences,
  };
  for (const event of sample.events) {
    for (const { contact } of event.participants) expect(known.contacts).toContain(contact);
    for (const officer of event.officers) expect(known.officers).toContain(officer);
    for (const audience of event.audiences) {
      const campaigns = known.audiences.find(({ key }) => key === audience)?.campaigns ?? [];
      expect(campaigns.map(({ campaign }) => campaign)).toContain(event.campaign);
    }
  }
});

test("an officer of ours takes part in events of own campaigns only", () => {
  const { colleagues, events } = makeSample(tuesday);
  for (const { campaign, officers } of events) {
    for (const officer of officers) {
      const roles = colleagues.find(({ key }) => key === officer)?.roles ?? [];
      expect(roles.map((role) => role.campaign)).toContain(campaign);
    }
  }
});

test("the five jobs can be signed in to, and everybody whose word a text may need", () => {
  const { colleagues, campaigns } = makeSample(tuesday);
  const accounts = colleagues.filter(({ signsIn }) => signsIn);
  expect(accounts.map(({ email, roles }) => [email, roles.length])).toEqual([
    ["officer@demarche.example", 2],
    ["clearer@demarche.example", 3],
    ["ministry@demarche.example", 3],
    ["reader@demarche.example", 2],
    ["administrator@demarche.example", 3],
    ["ambassador@demarche.example", 2],
    ["defence@demarche.example", 3],
    ["nato@demarche.example", 2],
    ["eu@demarche.example", 1],
    ["deputy@demarche.example", 1],
  ]);
  const first = accounts[0]?.roles.map(({ campaign }) => campaign);
  expect(first).toEqual(campaigns.slice(0, 2).map(({ key }) => key));
});

test("at every desk of a campaign sits a colleague with the role of its side", () => {
  for (const { campaign, name, side, holder, deputy } of DESKS) {
    for (const key of [holder, deputy].filter((one) => one !== null)) {
      const colleague = COLLEAGUES.find((one) => one.key === key);
      expect(colleague?.roles, name).toContainEqual({ campaign, role: `${side} clearer` });
    }
  }
});

test.each(makeSample(tuesday).libraries)(
  "the library of $campaign passes the check of messages",
  ({ library }) => {
    const files = formatLibrary(library).map(({ name, text }) => ({
      name,
      bytes: new TextEncoder().encode(text),
    }));
    expect(parseLibrary(files)).toMatchObject({ ok: true });
  },
);
