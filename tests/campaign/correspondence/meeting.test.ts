import { expect, test } from "vitest";
import { speakerOf } from "#app/campaign/correspondence/cable/speaker.ts";
import { correspondenceDocument } from "#app/campaign/correspondence/leaving.ts";
import { draftMemorandum } from "#app/campaign/correspondence/meeting/memorandum.ts";
import { draftThankYou, withoutSalutation } from "#app/campaign/correspondence/meeting/thank-you.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { wordsOf } from "#app/documents/document.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { asked, log, meeting, promise } from "../../support/builders/correspondence.ts";

const memorandum = (...given: Parameters<typeof asked>) =>
  draftMemorandum(asked(...given)).text.split("\n\n");
const embassy = "Embassy of the Czech Republic";
const thanks = (given: Parameters<typeof asked>[0] = {}) => {
  const about = asked(given);
  return draftThankYou({ ...about, to: about.meeting.attended[0] ?? null, embassy }).text;
};

test("a memorandum tells whole days without a time, and a third clock with its own", () => {
  const head = (time: Partial<Parameters<typeof meeting>[0]>) =>
    memorandum({ meeting: meeting(time) })[0]?.split(" · Dirksen")[0];
  expect(head({ ...wholeDays("2026-11-12", "2026-11-13", WASHINGTON) })).toBe(
    "Thu 12 Nov to Fri 13 Nov, all day",
  );
  expect(head({ ...wholeDays("2026-11-12", "2026-11-12", "Europe/Prague") })).toBe(
    "Thu 12 Nov, all day in Prague",
  );
  expect(head({ zone: "America/Chicago" })).toBe(
    "Thu 12 Nov, 14:00 to 14:40 (20:00 to 20:40 Prague · 13:00 to 13:40 in Chicago)",
  );
});

test("a memorandum parts what was said from what we make of it, with what each side promised", () => {
  const logs = [
    log({
      said: "“Finally, numbers.” Difficult question O9 came at once. Send the budget sheet by Friday.",
      impression: "Interested, in a hurry",
      assessment: "Looking for a question for the hearing.",
      put: [{ title: "The bill", isAsWritten: true, clearedOn: "2026-01-06" }],
      objections: [
        { objectionId: "o9", code: "O9", name: "Look at your own budget", text: "", isAnswered: true },
      ],
      askAnswer: "Perhaps",
    }),
  ];
  const promises = [
    promise("Send the budget sheet by Friday."),
    promise("Send names", { promisedBy: "them" }),
  ] as const;
  expect(memorandum({ meeting: meeting({ logs, promises, ask: "One question" }) })).toEqual([
    "Thu 12 Nov, 14:00 to 14:40 (20:00 to 20:40 Prague) · Dirksen Building · On background",
    "**Present:** Claire Hadley, Professional staff, majority; Jana Malá, Petr Dvořák.",
    "**What was said.** We put *The bill* in the wording cleared on Tuesday 6 January. Claire Hadley: “Finally, numbers.” *Look at your own budget* came at once. It was answered. Our ask: One question. Their answer: Perhaps.",
    "**Our commitments.** Send the budget sheet, by Friday 20 November (Jana Malá). **Their commitments.** Send names, by Friday 20 November.",
    "**Our impression.** Interested, in a hurry. **Assessment.** Looking for a question for the hearing. *(Ours; not said.)*",
    "**Follow-up.** [Next step: none is planned]",
    "Drafted: Jana Malá, Thursday 12 November.",
  ]);
});

test("a memorandum with long audiences is called after the first of them, and lists all by who was present", () => {
  const audience = (name: string) => ({ id: name, name, kind: "think tank", priority: 1 });
  const drafted = (...names: string[]) =>
    draftMemorandum(asked({ meeting: meeting({ audiences: names.map(audience) }) }));
  const [one, two, three] = ["Committee, majority staff", "Foundation", "Mission"].map((name) =>
    name.padEnd(60, " of the Union").trim(),
  ) as [string, string, string];
  expect(drafted(one).subject).toBe(one);
  expect(drafted(one, two).subject).toBe(`${one}, and one other`);
  const all = drafted(one, two, three);
  expect(all.subject).toBe(`${one}, and two others`);
  expect(all.text).toContain(
    `\n\n**Present:** Claire Hadley, Professional staff, majority; Jana Malá, Petr Dvořák. **With:** ${one}; ${two}; and ${three}.\n\n`,
  );
  expect(drafted("Foundation ".repeat(12).trim(), two).subject).toBe(
    `${"Foundation ".repeat(8).trim()}… and one other`,
  );
  const single = drafted("Foundation ".repeat(12).trim());
  expect(single.subject).toBe(`${"Foundation ".repeat(10).trim()}…`);
  expect(single.text).toContain(`**With:** ${"Foundation ".repeat(12).trim()}.`);
  const short = drafted("Pentagon, NATO policy", "Foundation");
  expect(short.subject).toBe("Pentagon, NATO policy, and Foundation");
  expect(short.text).not.toContain("**With:**");
});

test("of a speaker’s many audiences a cable names the first, whatever the ground rule lets it say of the speaker", () => {
  const audiences = ["Committee", "Foundation", "Mission"].map((name) => ({
    ...{ id: name, name: name.padEnd(60, " of the Union").trim(), kind: "think tank", priority: 1 },
  }));
  const [first] = audiences;
  const speaker = (groundRule: "on the record" | "background") =>
    speakerOf(meeting({ groundRule, audiences }), "Claire Hadley said yes.");
  expect(speaker("on the record")).toBe(`Claire Hadley (${first?.name} and two others)`);
  expect(speaker("background")).toBe(`a participant (${first?.name} and two others)`);
});

test("a memorandum says in words that a participant’s name was erased, and whose log it is from", () => {
  const attended = [{ id: "gone", name: "", title: "Professional staff", side: null }];
  const text = memorandum({
    meeting: meeting({ attended, logs: [log({ said: "“No.”" })] }),
    drafter: "Eva Horáková",
  });
  expect(text[1]).toBe("**Present:** a participant whose name was erased; Jana Malá, Petr Dvořák.");
  expect(text[2]).toBe("**What was said.** “No.”");
  expect(text.at(-1)).toBe("Drafted: Eva Horáková, Thursday 12 November, from what Jana Malá logged.");
});

test("a note that leaves out who spoke gets the one who was there as its subject, in the past", () => {
  const text = (said: string) => memorandum({ meeting: meeting({ logs: [log({ said })] }) })[2];
  expect(text("Wants text, not adjectives. Polite.")).toBe(
    "**What was said.** Claire Hadley wanted text, not adjectives. Polite.",
  );
  expect(text("Will look at it.")).toBe("**What was said.** Claire Hadley would look at it.");
  expect(text("Line needed by 16:00.")).toBe("**What was said.** Line needed by 16:00.");
});

test("a note that begins with a name gets the full one of who was there; it ends once", () => {
  const two = [
    ...meeting().attended,
    { id: "jan", name: "Dr. Jan Novák Jr.", title: "Director", side: null },
  ];
  const text = (said: string) =>
    memorandum({ meeting: meeting({ attended: two, logs: [log({ said })] }) })[2];
  expect(text("Novák: Wants the map. “When?”")).toBe(
    "**What was said.** Dr. Jan Novák Jr. wanted the map. “When?”",
  );
  expect(text("Hadley: “Finally, numbers.”")).toBe("**What was said.** Claire Hadley: “Finally, numbers.”");
  expect(text("Satori: “No”")).toBe("**What was said.** Satori: “No”.");
  expect(text("Line needed by 16:00")).toBe("**What was said.** Line needed by 16:00.");
});

test("a wording that was cleared after the meeting was not cleared then; those put alike are told together", () => {
  const put = (title: string, clearedOn: "2026-01-06" | "2026-12-01" | null) => ({
    title,
    isAsWritten: true,
    clearedOn,
  });
  const freely = { ...put("D", null), isAsWritten: false };
  const logs = [log({ put: [put("A", null), put("B", "2026-12-01"), put("C", "2026-01-06"), freely] })];
  expect(memorandum({ meeting: meeting({ logs }) })[2]).toBe(
    "**What was said.** We put *A* and *B* as written, not cleared at the time, *C* in the wording cleared on Tuesday 6 January, and *D* in other words.",
  );
});

test("two officers’ logs of one meeting stand under each other with their names", () => {
  const logs = [log({ said: "One." }), log({ officer: "Petr Dvořák", said: "Two." })];
  const text = memorandum({ meeting: meeting({ logs }) });
  expect(text.slice(2, 4)).toEqual([
    "**What was said, as logged by Jana Malá.** One.",
    "**What was said, as logged by Petr Dvořák.** Two.",
  ]);
});

test("of a meeting without a log and without people the drafter is asked for everything", () => {
  const text = memorandum({
    meeting: meeting({ attended: [], officers: [], audiences: [], place: "" }),
  }).join("\n");
  for (const what of [
    "Who attended for them: no one is recorded",
    "Who attended for us",
    "What was said: nothing has been logged yet",
  ])
    expect(text).toContain(`[${what}]`);
});

test("a thank-you note names what is recorded as sent as attached, and dates what is not", () => {
  const sent = {
    meeting: meeting({
      promises: [promise("Send our 2026 budget sheet", { doneAt: "2026-11-13T12:00:00Z" })],
    }),
  };
  expect(draftThankYou({ ...asked(sent), to: meeting().attended[0] ?? null, embassy }).subject).toBe(
    "Thank-you note to Claire Hadley",
  );
  expect(thanks({ ...sent, today: "2026-11-13" })).toBe(
    "13 November 2026\n\nDear Claire Hadley:\n\nThank you for meeting us on Thursday 12 November. As promised, I attach our 2026 budget sheet.\n\nI would welcome another conversation.\n\nSincerely,\n\nJana Malá\nEmbassy of the Czech Republic",
  );
  const open = { meeting: meeting({ promises: [promise("Send our budget sheet")] }) };
  expect(thanks(open)).toContain("As promised, I will send you our budget sheet by Friday 20 November.");
  expect(thanks({ ...open, drafter: "Eva" })).toContain("we will send you");
  for (const [text, toSend] of [
    ["Send the table by state", "the table by state"],
    ["Send the table by state by Friday", "the table by state"],
    ["Send the note by market, by the end of March", "the note by market"],
    ["Send the sheet by 18 Nov", "the sheet"],
  ] as const)
    expect(thanks({ meeting: meeting({ promises: [promise(text)] }) })).toContain(
      `send you ${toSend} by Friday 20 November.`,
    );
  expect(thanks({ ...open, today: "2026-11-21" })).toContain(
    "I still owe you our budget sheet, which I will send by [a date that can be kept].",
  );
});

test("a thank-you note for a call is for a conversation, and looks forward to no meeting of the same day", () => {
  const call = {
    meeting: meeting({
      kind: "phone call",
      promises: [promise("Clear it", { doneAt: "2026-11-12T12:00:00Z" })],
    }),
  };
  const next = { kind: "phone call", isWithAll: true };
  expect(thanks({ ...call, next: { ...next, day: "2026-12-03" } })).toContain(
    "Thank you for speaking with us on Thursday 12 November. [What we promised and have done, in your words.]\n\nI look forward to our next conversation on Thursday 3 December.",
  );
  const byTelephone = { meeting: meeting({ kind: "media interview", place: "By telephone" }) };
  expect(thanks(byTelephone)).toContain("Thank you for speaking with us on Thursday 12 November.");
  expect(thanks({ ...call, next: { ...next, day: "2026-11-12" } })).toContain(
    "I would welcome another conversation.",
  );
});

test("a thank-you note names the first and the last day of what lasted longer than a day", () => {
  const thanked = (time: Partial<Parameters<typeof meeting>[0]>) =>
    /(?:from|on) [^.]+/.exec(thanks({ meeting: meeting(time) }))?.[0];
  const until = (endsAt: string) => ({ endsAt: new Date(endsAt) });
  expect(thanked(until("2026-11-14T22:00:00Z"))).toBe("from 12 to 14 November");
  expect(thanked(wholeDays("2026-11-12", "2026-11-13", "Europe/Prague"))).toBe("from 12 to 13 November");
  expect(thanked(wholeDays("2026-12-30", "2027-01-02", WASHINGTON))).toBe(
    "from 30 December 2026 to 2 January 2027",
  );
  expect(thanked(until("2026-11-13T19:00:00Z"))).toBe("on Thursday 12 November");
  const longDay = { day: "2026-11-01", ...wholeDays("2026-11-01", "2026-11-01", WASHINGTON) } as const;
  expect(thanked(longDay)).toBe("on Sunday 1 November");
});

test("what a recorded promise says already is not said again", () => {
  const logs = [log({ said: "Asked to reuse our sentence. Clear it by Tuesday. Offer the mobility case." })];
  const promises = [
    promise("Clear our sentence for the memo"),
    promise("Offer the military mobility case"),
  ] as const;
  expect(memorandum({ meeting: meeting({ logs, promises }) })[2]).toBe(
    "**What was said.** Claire Hadley asked to reuse our sentence.",
  );
});

test("a thank-you note holds nothing internal: no quotation, no assessment, no handling, no promise to others", () => {
  const logs = [
    log({ said: "“Finally, numbers.”", impression: "Tired", assessment: "Looking for a question" }),
  ];
  const promises = [
    promise("Clear it with the minister"),
    promise("Send the other sheet", { contactId: "robin" }),
    promise("Send theirs", { promisedBy: "them" }),
  ] as const;
  const text = thanks({
    meeting: meeting({ logs, promises }),
    next: { day: "2026-12-03", kind: "briefing", isWithAll: true },
  });
  expect(text).not.toMatch(/numbers|Tired|question|TLP|minister|other sheet|theirs|“/);
  expect(text).toContain("[What we promised to do by Friday 20 November, in your words.]");
  expect(text).toContain("I look forward to our next meeting on Thursday 3 December.");
});

test("whom a note greets goes with the name, however it is said; whoever else is greeted stays", () => {
  const to = (text: string) => withoutSalutation(text, "Claire Hadley");
  expect(to("12 November\n\nDear Ms Hadley:\n\nThank you.")).toBe(
    "12 November\n\nDear erased person:\n\nThank you.",
  );
  expect(to("Dear Claire, thank you.")).toBe("Dear erased person, thank you.");
  for (const stays of ["Dear colleague:", "Dear [Name]:", "Thank you, Ms Hadley.", "Dear Clairemont office:"])
    expect(to(stays)).toBe(stays);
});

test("a signature keeps its lines, and the room to sign over it, but no salutation is taken for a close", () => {
  const linesOf = (text: string) => {
    const [section] = correspondenceDocument({
      kind: "thank-you note",
      words: { subject: "Note", to: "", reference: "", text },
      handling: "TLP:AMBER",
      clearance: "",
      taken: "",
      erasedOn: null,
    }).sections;
    return section?.blocks.map((block) => (block.kind === "paragraph" ? block.lines.map(wordsOf) : []));
  };
  expect(
    linesOf("Dear Claire,\r\n\r\nThank you.\r\n\r\nWith kind regards,\r\n\r\nJana Malá\r\nEmbassy"),
  ).toEqual([["Dear Claire,"], ["Thank you."], ["With kind regards,"], [" ", " ", "Jana Malá", "Embassy"]]);
});
