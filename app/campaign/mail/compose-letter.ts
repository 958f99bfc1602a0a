import { formatDayWithYear, momentInWords } from "#app/time/format.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { type ComposedMail, mayCarryTitle, oneLine, type WaitingLetter } from "./letter.ts";

/** What a letter is written with: the product's address, the ministry's zone, and whether titles may travel. */
export type Letterhead = { origin: string; homeZone: Zone; showsTitles: boolean };

/**
 * The mail about one record: what happened and by when something is due, never a word of the record's text. The title
 * stands in it only where that is allowed; stale proof points are named by code. Source: DESIGN.md, section 6, Mail.
 */
export function composeLetter(letter: WaitingLetter, head: Letterhead): ComposedMail {
  const { subject, says } = wordsOf(letter);
  const isNamed = letter.title !== "" && mayCarryTitle(letter.handling, head.showsTitles);
  const title = oneLine(letter.title);
  const lines = [
    says,
    ...(isNamed ? [`“${title}”${letter.handling === "" ? "" : ` (${oneLine(letter.handling)})`}`] : []),
    ...whenLine(letter, head.homeZone),
    ...staleLine(letter),
    `${head.origin}${letter.path}`,
    footer(head.origin),
  ];
  return { subject: isNamed ? `${subject}: ${title}` : subject, text: `${lines.join("\n\n")}\n` };
}

/** The end of every mail: why it came, and where to switch such mail off. */
export function footer(origin: string): string {
  return `-- \nSent by Demarche because your account asks for it. To change this: ${origin}/account/mail`;
}

function whenLine({ kind, dueAt }: WaitingLetter, homeZone: Zone): string[] {
  if (dueAt === null) return [];
  const verb = kind === "event without cleared points" ? "It begins" : "It is due";
  return [`${verb} ${momentInWords(dueAt, homeZone)}.`];
}

function staleLine({ staleSources }: WaitingLetter): string[] {
  if (staleSources.length === 0) return [];
  const named = staleSources.map(({ code, since }) => `${oneLine(code)} since ${formatDayWithYear(since)}`);
  return [`STALE: ${staleSources.length === 1 ? "proof point" : "proof points"} ${named.join(", ")}.`];
}

type Words = { subject: string; says: string };

function wordsOf({ kind, by, answer }: WaitingLetter): Words {
  const who = by === null ? "Demarche" : oneLine(by);
  switch (kind) {
    case "clearance asked":
      return { subject: "Clearance requested", says: `${who} asks you to clear a text.` };
    case "clearance answered":
      return answerWords(by, answer);
    case "clearance due":
      return { subject: "Clearance due", says: "A text is waiting for your clearance." };
    case "for information":
      return {
        subject: "For your information",
        says: `${who} has sent you a text for information. No action is needed.`,
      };
    case "hold placed":
      return {
        subject: "A message that you use is on hold",
        says: `${who} has placed a hold on a message that your papers or events use. Until the hold is lifted, nothing that uses the message can go out as cleared.`,
      };
    case "hold lifted":
      return {
        subject: "Hold lifted from a message that you use",
        says: `The hold on a message that your papers or events use has been lifted${byWhom(by)}.`,
      };
    case "new line":
      return {
        subject: "New holding line",
        says: "A holding line now replaces the wording you had.",
      };
    case "line expired":
      return {
        subject: "A holding line has expired",
        says: "A holding line has expired and can no longer be used. The hold is still in place: lift it, or extend the line.",
      };
    case "release asked":
      return {
        subject: "Release requested",
        says: `${who} asks you, as head of mission, to release a holding line that is with the desks.`,
      };
    case "clash":
      return {
        subject: "A clash with your event",
        says: "Something has been planned that clashes with one of your events.",
      };
    case "event without cleared points":
      return {
        subject: "One of your events has no cleared points",
        says: "One of your events begins within 24 hours and has no cleared talking points.",
      };
    case "test":
      return { subject: "Test e-mail", says: "Demarche can send you mail." };
  }
}

function answerWords(by: string | null, answer: WaitingLetter["answer"]): Words {
  switch (answer) {
    case "cleared":
      return { subject: "Your text is cleared", says: `Your text was cleared${byWhom(by)}.` };
    case "agreed":
      return {
        subject: "A desk has agreed to your text",
        says: `Your text was agreed to${byWhom(by)}. Other desks have yet to agree before it is cleared.`,
      };
    case "returned":
      return {
        subject: "Your text was returned",
        says: `Your text was returned${byWhom(by)}, with reasons.`,
      };
    case null:
      return {
        subject: "Your request for clearance was answered",
        says: `Your request for clearance was answered${byWhom(by)}.`,
      };
  }
}

function byWhom(by: string | null): string {
  return by === null ? "" : ` by ${oneLine(by)}`;
}
