import { expect, test } from "vitest";
import { explainDeskRefusal, maySetDeskOf, refuseDesks } from "#app/campaign/clearances/desk.ts";
import { explainSilence } from "#app/campaign/clearances/due.ts";
import {
  DESK_PLACES,
  placeOfDesk,
  refuseAtDesk,
  refuseAwayDays,
} from "#app/campaign/clearances/written-desk.ts";
import { markedStatusLine, statusMark } from "#app/campaign/holds/what-a-hold-marks.ts";
import { explainEditRefusal } from "#app/campaign/talking-points/refusals.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

test("who clears for a side sets its desks, and an administrator those of both", () => {
  const may = (role: Parameters<typeof maySetDeskOf>[1]["role"], isAdministrator = false) =>
    (["embassy", "ministry"] as const).map((side) => maySetDeskOf(side, { role, isAdministrator }));
  expect(may("embassy clearer")).toEqual([true, false]);
  expect(may("ministry clearer")).toEqual([false, true]);
  expect(may("officer")).toEqual([false, false]);
  expect(may("reader", true)).toEqual([true, true]);
});

test("a desk of each side always stands, and none is turned while it is asked for its side", () => {
  const asked = (desk: string, text: string, deskSide: "embassy" | "ministry" = "embassy") =>
    ({ desk, deskSide, side: "ministry", text }) as const;
  const both = ["ministry", "embassy"] as const;
  expect(refuseDesks({ open: [], standing: both })).toBeNull();
  expect(refuseDesks({ open: [asked("NATO", "A", "ministry")], standing: both })).toBeNull();
  expect(refuseDesks({ open: [], standing: ["ministry"] })).toEqual({
    reason: "last-of-its-side",
    side: "embassy",
  });
  expect(refuseDesks({ open: [], standing: ["embassy"] })).toEqual({
    reason: "last-of-its-side",
    side: "ministry",
  });
  const open = [asked("EU", "B", "ministry"), asked("NATO", "A"), asked("EU", "C"), asked("NATO", "D")];
  expect(refuseDesks({ open, standing: [] })).toEqual({
    reason: "asked-for-another-side",
    desk: "NATO",
    side: "ministry",
    texts: ["A", "D"],
  });
});

test("a refused desk says what it is asked about, five by name, and what to do", () => {
  const about = (...texts: string[]) =>
    explainDeskRefusal({ reason: "asked-for-another-side", desk: "NATO", side: "ministry", texts });
  const rest = "so it must stay on that side. Wait for its answer, or add another desk.";
  expect(about("A")).toBe(`“NATO” has been asked to clear for the ministry (A), ${rest}`);
  expect(about("A", "B")).toBe(`“NATO” has been asked to clear for the ministry (A and B), ${rest}`);
  expect(about("A", "B", "C", "D", "E")).toContain("(A, B, C, D and E), so");
  expect(about("A", "B", "C", "D", "E", "F", "G")).toContain("(A, B, C, D, E and 2 more), so");
  expect(explainDeskRefusal({ reason: "last-of-its-side", side: "embassy" })).toBe(
    "This is the only embassy desk, and each side must have one. Add another embassy desk first.",
  );
});

test("an end of the days away without a start or before it is refused", () => {
  const wrong = (awayFrom: CalendarDate | null, awayUntil: CalendarDate | null) =>
    Object.values(refuseAwayDays({ awayFrom, awayUntil }));
  expect(wrong(null, null)).toEqual([null, null]);
  expect(wrong("2026-11-12", null)).toEqual([null, null]);
  expect(wrong("2026-11-12", "2026-11-12")).toEqual([null, null]);
  expect(wrong(null, "2026-11-12")).toEqual(["Enter the first day away, like 12 Nov 2026", null]);
  expect(wrong("2026-11-12", "2026-11-11")).toEqual([null, "Enter a last day on or after the first"]);
});

test("a desk is held by a colleague who clears for its side, at a place that is one", () => {
  const team = [
    { accountId: "eva", name: "Eva", side: "ministry" },
    { accountId: "jan", name: "Jan", side: null },
  ] as const;
  expect(refuseAtDesk(null, "ministry", team)).toBeNull();
  expect(refuseAtDesk("eva", "ministry", team)).toBeNull();
  expect(refuseAtDesk("petr", "ministry", team)).toBe(
    "Choose someone in this campaign whose account is open",
  );
  expect(refuseAtDesk("jan", "embassy", team)).toBe(
    "Jan does not clear for the embassy: choose someone else, or first have an administrator give them the role of embassy clearer",
  );
  expect(DESK_PLACES[0]).toEqual({ city: "Washington", zone: "America/New_York", country: "US" });
  expect(placeOfDesk({ zone: "Europe/Prague", country: "CZ" })?.city).toBe("Prague");
  expect(placeOfDesk({ zone: "Europe/Prague", country: "US" })).toBeNull();
});

test("what silence means is said only where it may mean something", () => {
  const asked = {
    ...{ side: "ministry", kind: "talking points", desk: { zone: "Europe/Prague", country: "CZ" } },
    ...{ askedAt: new Date("2026-11-09T08:00:00Z"), dueAt: new Date("2026-11-13T16:00:00Z") },
    silenceIsAgreement: true,
  } as Parameters<typeof explainSilence>[0];
  expect(explainSilence(asked)).toBe("If it has not objected by then, its silence counts as agreement.");
  expect(explainSilence({ ...asked, dueAt: new Date("2026-11-09T08:01:00Z") })).toMatch(
    /^It has less than .+ \(09:00 to 17:00 in Prague, excluding holidays\) until then, so silence does not count and a person must answer\.$/,
  );
  for (const never of [{ silenceIsAgreement: false }, { side: "embassy" as const }, { dueAt: null }])
    expect(explainSilence({ ...asked, ...never })).toBe("");
});

test("a text on hold leaves as on hold, since when, and with what its clearance is worth", () => {
  const hold = { id: "h", messageNumber: 2, heldSince: new Date("2026-11-12T14:30:00Z"), reason: "A remark" };
  const draft = { status: "draft" } as Parameters<typeof statusMark>[0];
  const cleared = { status: "cleared" } as Parameters<typeof statusMark>[0];
  expect(statusMark(draft, [hold])).toBe("ON HOLD");
  expect(statusMark(draft, [])).toBe("NOT CLEARED");
  const since = "Thu 12 Nov, 09:30 in Washington, 15:30 in Prague";
  expect(markedStatusLine(draft, [hold, { ...hold, messageNumber: 4 }], "Europe/Prague", "2026-11-10")).toBe(
    `ON HOLD: message 2 since ${since}; message 4 since ${since}. NOT CLEARED.`,
  );
  expect(markedStatusLine(cleared, [hold], "Europe/Prague", "2026-11-10")).toBe(
    `ON HOLD: message 2 since ${since}. The earlier clearance of this text does not count while it is on hold.`,
  );
  expect(markedStatusLine(draft, [], "Europe/Prague", "2026-11-10")).toMatch(/^NOT CLEARED/);
});

test("each refused edit has one wording", () => {
  expect(explainEditRefusal("code-unknown", ["P3", "P4"])).toBe(
    "There is no proof point P3 or P4 in this campaign",
  );
  expect(explainEditRefusal("code-retired", ["P3"])).toBe(
    "P3 is retired and cannot be cited again. Choose another proof point",
  );
  expect(explainEditRefusal("used-is-frozen", [])).toMatch(/^The paper has been used/);
  expect(explainEditRefusal("mark-in-text", [])).toMatch(/^It is cited in the text/);
  expect(explainEditRefusal("text-is-another", [])).toMatch(/^The text has changed since/);
});
