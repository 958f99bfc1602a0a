import { WORDINGS } from "#app/method/reception-scale.ts";
import { underRule } from "#app/text/handling.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { dayInProse, spanInWords } from "#app/time/format.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import { asTyped, clausesInWords, titled, toBeWritten, type Words } from "../words.ts";
import {
  type Attendee,
  audiencesInShort,
  audiencesInWords,
  type LoggedMeeting,
  type MeetingLog,
  type MeetingPromise,
  type NamedInside,
  type PutMessage,
  withoutCodes,
} from "./logged-meeting.ts";
import { afterName, afterSpeaker, onlySpeaker, quotationsIn, withoutDay, withoutPromises } from "./said.ts";

/** The next meeting that is planned with the same people. */
export type NextMeeting = { day: CalendarDate; kind: string; isWithAll: boolean };

export type MeetingAsked = {
  meeting: LoggedMeeting;
  next: NextMeeting | null;
  inside: NamedInside;
  homeZone: Zone;
  today: CalendarDate;
  drafter: string;
};

/** Who stands in the place of somebody whose name was erased. Source: DOMAIN.md, rule 8. */
const ERASED_PARTICIPANT = "a participant whose name was erased";

/**
 * Drafts the memorandum of a conversation from what was logged of one meeting: who was there, what was said, what each side
 * promised, and apart from that what we make of it. Participants are named here whatever the ground rule; a quotation stands
 * where words were logged as said. Source: DESIGN.md, example `memorandum`.
 */
export function draftMemorandum(asked: MeetingAsked): Words {
  const { meeting, inside, today } = asked;
  const audiences = audiencesInWords(meeting);
  const short = audiencesInShort(meeting);
  const several = meeting.logs.length > 1;
  const paragraphs = [
    headOf(asked),
    `**Present:** ${sentence(presentInWords(meeting))}${short !== audiences ? ` **With:** ${sentence(asTyped(audiences))}` : ""}`,
    ...(meeting.logs.length === 0
      ? [`**What was said.** ${toBeWritten("What was said: nothing has been logged yet")}`]
      : []),
    ...meeting.logs.map(
      (log, at) =>
        `**What was said${several ? `, as logged by ${asTyped(log.officer)}` : ""}.** ${saidInWords(log, meeting, at === 0)}`,
    ),
    `**Our commitments.** ${commitments(meeting.promises, "us", today)} **Their commitments.** ${commitments(meeting.promises, "them", today)}`,
    `**Our impression.** ${oursInWords(meeting.logs, "impression")} **Assessment.** ${oursInWords(meeting.logs, "assessment")} *(Ours; not said.)*`,
    `**Follow-up.** ${followUp(asked)}`,
    draftedInWords(asked),
  ];
  return {
    subject: short || meeting.title,
    to: "",
    reference: "",
    text: paragraphs.map((text) => withoutCodes(text, inside)).join("\n\n"),
  };
}

/** Whose log it is from, where that is not the drafter's own. */
function draftedInWords({ meeting, drafter, today }: MeetingAsked): string {
  const others = meeting.logs.map(({ officer }) => officer).filter((officer) => officer !== drafter);
  const from = others.length === 0 ? "" : `, from what ${inWords(others.map(asTyped))} logged`;
  return `Drafted: ${asTyped(drafter)}, ${dayInProse(today, today)}${from}.`;
}

/** "Thu 12 Nov, 14:00 to 14:40 (20:00 to 20:40 Prague) · Dirksen Building · On background". */
function headOf({ meeting, homeZone, today }: MeetingAsked): string {
  const { place, groundRule } = meeting;
  const parts = [
    spanInWords(meeting, homeZone, today).replace(/(\d\d:\d\d) in /, "$1 "),
    asTyped(place),
    capital(underRule(groundRule)),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function presentInWords({ attended, officers }: LoggedMeeting): string {
  const theirs = attended.map(attendeeInWords);
  const named = theirs.length === 0 ? [toBeWritten("Who attended for them: no one is recorded")] : theirs;
  const ours = officers.length === 0 ? toBeWritten("Who attended for us") : officers.map(asTyped).join(", ");
  return `${named.join("; ")}; ${ours}`;
}

function attendeeInWords({ name, title }: Attendee): string {
  if (name === "") return ERASED_PARTICIPANT;
  return title === "" ? asTyped(name) : `${asTyped(name)}, ${asTyped(title)}`;
}

/** What we put, what was logged as said, what they objected, what we asked and what they answered. */
function saidInWords(log: MeetingLog, meeting: LoggedMeeting, isFirst: boolean): string {
  const all = [
    ...(isFirst ? putInWords(log.put, meeting.day) : []),
    saidBySpeaker(log, meeting),
    ...log.objections.map((objection) => raisedInWords(objection, log.said)),
    ...(isFirst && meeting.ask !== "" ? [`Our ask: ${sentence(asTyped(meeting.ask))}`] : []),
    ...(log.askAnswer === "" ? [] : [`Their answer: ${sentence(asTyped(log.askAnswer))}`]),
  ].filter((text) => text !== "");
  return all.length === 0 ? toBeWritten("What was said: the log does not record it") : all.join(" ");
}

/** An objection that the note tells of already is told again only for what became of it. */
function raisedInWords(
  { code, name, text, isAnswered }: MeetingLog["objections"][number],
  said: string,
): string {
  if (name === null) return `A new objection was raised: ${sentence(asTyped(text))}`;
  const answered = isAnswered ? "answered" : "not answered";
  const isTold = code !== null && new RegExp(`\\b${code}\\b`).test(said);
  return isTold ? `It was ${answered}.` : `${titled(name)} was raised and ${answered}.`;
}

/** What was logged as said gets its speaker, by the full name, where the log leaves no doubt who it was. */
function saidBySpeaker({ said }: MeetingLog, { attended, promises }: LoggedMeeting): string {
  const noted = withoutPromises(said, promises);
  if (noted === "") return "";
  const speaker = onlySpeaker(attended, noted);
  if (speaker === null) return sentence(asTyped(noted));
  const { name: isNamed, rest } = afterName(noted);
  const name = asTyped(speaker.name);
  const text = sentence(asTyped(rest));
  const told = afterSpeaker(text);
  if (told !== null) return `${name} ${told}`;
  const startsQuoted = /^[“"„«]/.test(text) && quotationsIn(said).length > 0;
  return startsQuoted || isNamed !== null ? `${name}: ${text}` : text;
}

/** As the log calls the wording. */
const [, IN_OTHER_WORDS] = WORDINGS;

function putInWords(put: readonly PutMessage[], day: CalendarDate): string[] {
  const how = ({ isAsWritten, clearedOn }: PutMessage) => {
    if (!isAsWritten) return IN_OTHER_WORDS;
    // Cleared since is not cleared then.
    return clearedOn === null || clearedOn > day
      ? "as written, not cleared at the time"
      : `in the wording cleared on ${dayInProse(clearedOn, day)}`;
  };
  const clauses = [...Map.groupBy(put, how)].map(
    ([told, messages]) => `${inWords(messages.map(({ title }) => titled(title)))} ${told}`,
  );
  return clauses.length === 0 ? [] : [sentence(`We put ${clausesInWords(clauses)}`)];
}

function commitments(promises: readonly MeetingPromise[], by: "us" | "them", today: CalendarDate): string {
  const own = promises.filter(({ promisedBy }) => promisedBy === by);
  if (own.length === 0) return "None recorded.";
  return own
    .map(({ text, dueOn, owner, doneAt }) => {
      const who = owner === null || by === "them" ? "" : ` (${asTyped(owner)})`;
      const until = doneAt === null ? `by ${dayInProse(dueOn, today)}` : "done";
      return sentence(`${asTyped(withoutDay(text))}, ${until}${who}`);
    })
    .join(" ");
}

function oursInWords(logs: readonly MeetingLog[], which: "impression" | "assessment"): string {
  const told = logs.flatMap((log) => (log[which].trim() === "" ? [] : [sentence(asTyped(log[which]))]));
  return told.length === 0
    ? toBeWritten(`${which === "impression" ? "Impression" : "Assessment"}: none was logged`)
    : told.join(" ");
}

function followUp({ next, today }: MeetingAsked): string {
  if (next === null) return toBeWritten("Next step: none is planned");
  return `Next planned with them: ${next.kind}, ${dayInProse(next.day, today)}.`;
}
