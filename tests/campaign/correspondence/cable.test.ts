import { expect, test } from "vitest";
import {
  type CableRecords,
  coveredMonth,
  draftCable,
  type HoldToTell,
  monthUntil,
} from "#app/campaign/correspondence/cable/cable.ts";
import { heardInProse } from "#app/campaign/correspondence/cable/heard.ts";
import type { LoggedMeeting } from "#app/campaign/correspondence/meeting/logged-meeting.ts";
import type { GroundRule } from "#app/text/handling.ts";
import { INSIDE, log, meeting, promise } from "../../support/builders/correspondence.ts";
import {
  audience,
  change,
  figure,
  message,
  objective,
  review,
} from "../../support/builders/review-in-words.ts";

const heard = (...meetings: LoggedMeeting[]) =>
  heardInProse(meetings, { handling: "TLP:AMBER", inside: INSIDE });
const said = (text: string, given: Partial<LoggedMeeting> = {}) =>
  meeting({ logs: [log({ said: text })], ...given });

const records = (given: Partial<CableRecords> = {}): CableRecords => ({
  ...{ review: review(), isSaved: false, since: [], before: null, isOfDays: false },
  ...{ span: { from: "2026-11-01", to: "2026-11-30" }, today: "2026-11-30", meetings: [], holds: [] },
  ...{ asks: [], coming: [], inside: INSIDE, instruction: null, drafter: "Jana Malá", ...given },
});
const parts = (given: Partial<CableRecords> = {}) =>
  draftCable(records(given))
    .text.split("\n\n")
    .map((part) => part.replace(/^\*\*(.*?)\.?\*\* /, "$1: "));

test("a cable of a month without meetings, holds, asks or plans says so, and asks the drafter for the comment", () => {
  expect(draftCable(records()).subject).toBe("Autonomy: November in Washington");
  expect(draftCable(records()).to).toBe("[Ministry, department]");
  expect(parts()).toEqual([
    "Summary: *Duplication* is well received. *End summary.*",
    "1. What we heard: No meetings were held in November.",
    "2. What has moved: No objectives have been set.",
    "3. On hold: No message was on hold.",
    "4. Comment: [Comment: no logged assessment can be used here; please write one] *End comment.*",
    "5. We ask for: nothing this month.",
    "6. Coming: Nothing that can be reported here is planned in the coming weeks.",
    "Drafted: Jana Malá. Figures as known on Tuesday 10 November.",
  ]);
});

test("the summary has three sentences at most: who receives a message badly and since when, then the first ask", () => {
  const messages = [message(1, "A share"), message(2, "Together"), message(3, "The bill")];
  const pentagon = audience("Pentagon");
  const bad = figure({ verdict: "Badly received" });
  const seen = {
    day: "2026-11-30",
    messages,
    byMessage: messages.map((one, at) => ({
      message: one,
      figure: figure({ verdict: at === 1 ? "Mixed" : "Well received" }),
    })),
    rows: [{ audience: pentagon, figures: [figure(), bad, bad] }],
    changes: [change({ messageId: "m3", word: "alarm" as const, after: "2026-04-17", before: "2026-05-26" })],
  };
  const asks = ["a cleared line, before the hearing"];
  const [summary] = parts({ review: review({}, seen as never), asks });
  expect(summary).toBe(
    "Summary: *A share* and *The bill* are well received, though the latter is badly received by Pentagon, where reception has been lower since April or May. *Together* is meeting with a mixed reception, and is badly received by Pentagon. We ask for a cleared line, before the hearing. *End summary.*",
  );
});

test("words are quoted only where they were logged as said, and nobody is named on background", () => {
  const known = {
    objections: [
      { objectionId: "o9", code: "O9", name: "Look at your own budget", text: "", isAnswered: false },
    ],
  };
  const call = meeting({
    logs: [log({ said: "“Finally, numbers.” Send the budget sheet.", ...known })],
    promises: [promise("Send the budget sheet")],
  });
  expect(heard(call)).toBe(
    "A Senate Foreign Relations majority staff member said “Finally, numbers”, raised *Look at your own budget* and was promised the budget sheet.",
  );
  expect(heard(said("Hadley: Wants text, not adjectives. Polite."))).toContain(
    "staff member wanted text, not adjectives.",
  );
  expect(heard(said("“Hadley would never say that.” Wants Claire Hadley called."))).not.toContain("Hadley");
  expect(heard(said("“Then we leave.” Do not quote him."))).not.toContain("leave");
  expect(heard(said("Asked not to say “autonomy” first."))).toContain(
    "staff member asked not to say “autonomy” first.",
  );
  expect(heard(said("The word “autonomy” again."))).not.toContain("autonomy");
});

test("on background nobody is named by a given name, by half a name, with an ending, or in what they were promised", () => {
  const attended = [{ id: "ng", name: "Dr. Mary Ellen O’Brien-Ng Jr.", title: "", side: null }];
  const names = ["Mary", "Ellen", "O’Brien", "Ng", "O’Brienová"];
  for (const name of names)
    expect(heard(said(`“${name} said yes.” Asked for time.`, { attended }))).toContain("asked for time.");
  const promises = [promise("Send Ellen the sheet"), promise("Send the map")];
  expect(heard(meeting({ attended, logs: [log()], promises }))).toMatch(/member was promised the map\.$/);
});

test("a note that begins with the name of somebody else is nobody’s who was there", () => {
  const told = said("Novák: “It works.”", { groundRule: "on the record" });
  expect(heard(told)).toBe("A Senate Foreign Relations majority staff member said “It works”.");
});

test("a speaker is named on the record alone, and only where the log leaves no doubt who it was", () => {
  const open = { groundRule: "on the record" as const };
  expect(heard(said("“Yes.”", open))).toContain(
    "Claire Hadley (Senate Foreign Relations, majority staff) said “Yes”.",
  );
  const two = [...meeting().attended, { id: "robin", name: "Robin Černý", title: "", side: null }];
  expect(heard(said("“Yes.”", { ...open, attended: two }))).toContain("majority staff member said “Yes”.");
  expect(heard(said("Černý: “Yes.”", { ...open, attended: two }))).toContain("Robin Černý (");
});

test("a staff member is of the side on which they are recorded, not of that which the meeting was planned with", () => {
  const [claire] = meeting().attended;
  const with_ = (...sides: ("majority" | "minority" | null)[]) =>
    heard(
      said("“Yes.”", {
        attended: sides.map((side, at) => ({ ...claire, id: `${at}`, name: `N${at}`, title: "", side })),
      }),
    );
  expect(with_(null)).toContain("A Senate Foreign Relations majority staff member said");
  expect(with_("minority")).toContain("A Senate Foreign Relations minority staff member said");
  expect(with_("majority", "minority")).toContain("A Senate Foreign Relations staff member said");
  expect(with_("minority", null)).toContain("A Senate Foreign Relations staff member said");
});

test("on background nobody is named by an office that is called after them", () => {
  const office = { id: "o", name: "Office of Claire Hadley", kind: "member office", priority: 1 };
  const other = { id: "p", name: "Pentagon", kind: "executive agency", priority: 1 };
  expect(heard(said("“Yes.”", { audiences: [office] }))).toContain(
    "Someone in a congressional office said “Yes”.",
  );
  expect(heard(said("“Yes.”", { audiences: [other, office] }))).toContain("An official (Pentagon) said");
  const member = said("“Senator Voss will sign.” Asked for time.", {
    audiences: [{ ...office, name: "Office of Ellen Voss" }],
  });
  expect(heard(member)).toBe("Someone in a congressional office asked for time.");
});

test.for<[GroundRule, string]>([
  ["off the record", "One meeting was off the record and is not reported here."],
  [
    "deep background",
    "One meeting was on deep background. [Decide what may be reported, without attribution]",
  ],
])("%s nothing of a meeting is told but that it was held", ([groundRule, sentence]) => {
  const told = heard(
    said("“Secret.”", { groundRule }),
    said("“Secret.”", { groundRule: "background", handling: "TLP:RED" as const }),
  );
  expect(told).toContain(sentence);
  expect(told).toContain(
    "One meeting was marked more restrictively than TLP:AMBER and is not reported here.",
  );
  expect(told).not.toMatch(/Secret|Hadley|Foreign Relations/);
});

test("of two hundred meetings those that tell most are told, each audience once, six at most", () => {
  const many = Array.from({ length: 200 }, (_, at) =>
    said(`“Sentence ${at}.”`, {
      audiences: [{ id: `a${at % 9}`, name: `Office ${at % 9}`, kind: "think tank", priority: 1 + (at % 3) }],
    }),
  );
  const told = heard(...many);
  expect(parts({ meetings: many })[1]).toMatch(/heard: There were 200 meetings in November; all have been /);
  expect(told.match(/“/g)).toHaveLength(6);
  expect(told).toContain("For the other 194 meetings, see the log.");
});

test("a cable of some days reports what was heard on them, without the figures of a month", () => {
  const told = (from: "2026-11-12", to: "2026-11-12" | "2026-11-14") =>
    draftCable(records({ span: { from, to }, isOfDays: true, meetings: [said("“Finally, numbers.”")] }));
  const count = "One meeting was held on Thursday 12 November and has been logged.";
  const { subject, text } = told("2026-11-12", "2026-11-12");
  expect(subject).toBe("Autonomy: Thursday 12 November in Washington");
  expect(text).toMatch(/^\*\*Summary\.\*\* One meeting /);
  expect(text.split(count)).toHaveLength(2);
  expect(text).toContain(
    "**1. What we heard.** A Senate Foreign Relations majority staff member said “Finally, numbers”",
  );
  expect(text).toContain("**2. Comment.**");
  expect(text).not.toMatch(/on hold|We ask for|Coming/);
  expect(text).not.toMatch(/What has moved|Figures as known|this month/);
  expect(told("2026-11-12", "2026-11-14").subject).toBe("Autonomy: 12 to 14 November in Washington");
  expect(told("2026-11-12", "2026-11-14").text).toContain("held from 12 to 14 November");
});

test("a cable of days without meetings has no section that says so again, and tells a hold that lay on them", () => {
  const days = { span: { from: "2026-11-24", to: "2026-11-24" }, isOfDays: true } as const;
  const hold = {
    ...{ id: "h", reason: "News", placedBy: "Petr", placedAt: new Date("2026-11-24T14:05:00Z") },
    message: { id: "m3", number: 3, title: "The bill" },
    lifted: { by: "Petr", at: new Date("2026-11-24T21:20:00Z"), reason: "Over" },
    line: null,
  };
  expect(parts({ ...days, holds: [hold] }).slice(0, 3)).toEqual([
    "Summary: No meetings were held on Tuesday 24 November. *End summary.*",
    "1. On hold: *The bill* was on hold from 09:05 to 16:20, Washington time, on Tuesday 24 November. No holding line was cleared.",
    "2. Comment: [Comment: no logged assessment can be used here; please write one] *End comment.*",
  ]);
});

test("codes stay inside, and a star that somebody typed stays a star", () => {
  expect(heard(said("Asked about objection O9, P7 and message 3*."))).toContain(
    String.raw`asked about *Look at your own budget*, one of our proof points and *The bill moves, the bond stays*\*.`,
  );
});

test("an assessment that was logged of several meetings is told once", () => {
  const assessed = (assessment: string) => meeting({ logs: [log({ assessment })] });
  const [, , , , comment] = parts({
    meetings: ["First.", "They wait", "They wait.", "They wait."].map(assessed),
  });
  expect(comment).toContain("Comment: First. They wait. [Comment:");
});

test("of meetings that weigh the same the latest is told first, also over the end of a month", () => {
  const of = (words: string, day: "2026-10-27" | "2026-11-03") =>
    said(`“${words}.”`, { day, audiences: [{ id: day, name: words, kind: "think tank", priority: 1 }] });
  expect(heard(of("October", "2026-10-27"), of("November", "2026-11-03"))).toMatch(/“November”.*“October”/);
});

test("what somebody said under their name is told before what an office said", () => {
  const of = (groundRule: GroundRule, words: string, day: "2026-11-03" | "2026-11-20") =>
    said(`“${words}.”`, { groundRule, day });
  expect(heard(of("on the record", "Yes", "2026-11-03"), of("background", "No", "2026-11-20"))).toContain(
    "Claire Hadley (Senate Foreign Relations, majority staff) said “Yes”.",
  );
});

test("a very long assessment is cut at its sentences; one that names somebody is left out", () => {
  const assessed = (assessment: string) => meeting({ logs: [log({ assessment })] });
  const long = Array.from({ length: 300 }, (_, at) => `Sentence ${at}.`).join(" ");
  const other = meeting({ attended: [{ id: "ng", name: "Lee Ng", title: "", side: null }] });
  const [, , , , comment] = parts({
    meetings: [
      other,
      assessed(long),
      ...["Hadley will leave.", "Claire will leave.", "Ng decides."].map(assessed),
      ...(["off the record", "deep background"] as const).map((groundRule) => ({
        ...assessed("The chairman will say no."),
        groundRule,
      })),
    ],
  });
  expect(comment).toBe(
    "4. Comment: Sentence 0. Sentence 1. [Comment: taken from the logged assessments; please complete it] *End comment.*",
  );
});

test("a hold is told with its hours and what became of its line", () => {
  const hold = {
    ...{ id: "h", reason: "News", placedBy: "Petr", placedAt: new Date("2026-11-24T14:05:00Z") },
    message: { id: "m3", number: 3, title: "The bill" },
    lifted: { by: "Petr", at: new Date("2026-11-24T21:20:00Z"), reason: "Over" },
    line: { cleared: ["Mission to NATO", "Mission to the EU"], expiresAt: new Date("2026-11-25T01:00:00Z") },
  };
  const told = (line: HoldToTell["line"]) => parts({ holds: [{ ...hold, line }] })[3];
  expect(told({ ...hold.line, cleared: [] })).toContain(
    "The holding line was released by the head of mission, for use until 20:00, Washington time, on Tuesday 24 November.",
  );
  const [, , , first] = parts({
    holds: [
      hold,
      {
        ...hold,
        placedAt: new Date("2026-10-02T14:00:00Z"),
        lifted: { ...hold.lifted, at: new Date("2026-10-03T14:00:00Z") },
      },
    ],
  });
  expect(first).toBe(
    "3. On hold: *The bill* was on hold from 09:05 to 16:20, Washington time, on Tuesday 24 November. The holding line was cleared by the Mission to NATO and the Mission to the EU, for use until 20:00, Washington time, on Tuesday 24 November.",
  );
});

test("a hold that is in place now is told, also where it began after the month", () => {
  const hold = {
    ...{ id: "h", reason: "News", placedBy: "Petr", placedAt: new Date("2026-12-01T14:20:00Z") },
    ...{ message: { id: "m3", number: 3, title: "The bill" }, lifted: null, line: null },
  };
  const [, , , told] = parts({ holds: [hold], today: "2026-12-01" });
  expect(told).toBe(
    "3. On hold: *The bill* has been on hold since 09:20, Washington time, on Tuesday 1 December. No holding line was cleared.",
  );
});

test("objectives are counted in words, those that are not on course by name, with figures where they were counted", () => {
  const source = { kind: "entered" };
  const counted = (sentence: string, word: string) =>
    objective(sentence, { word, source, reading: { value: 1 }, expected: 2 } as never);
  const objectives = [
    counted("A letter", "Met"),
    counted("Accurate uses", "Behind"),
    counted("C", "On course"),
  ];
  const [, , moved] = parts({ review: review({ objectives }) });
  expect(moved).toBe(
    "2. What has moved: Of three objectives, one is met (A letter). One is behind (Accurate uses, 1 of 3, 2 expected by now). One is on course.",
  );
});

test("a cable covers the month so far, in its first week the month before; a month stays what it was", () => {
  expect(coveredMonth("2026-11-30")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  expect(coveredMonth("2027-01-07")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(monthUntil("2026-02-01", "2026-05-05")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(monthUntil("2026-12-01", "2026-12-10")).toEqual({ from: "2026-12-01", to: "2026-12-10" });
});
