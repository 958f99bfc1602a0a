import type { LoggedMeeting, MeetingAudience } from "../meeting/logged-meeting.ts";
import { audiencesInWords } from "../meeting/logged-meeting.ts";
import { afterName, namesAny } from "../meeting/said.ts";

/**
 * Who said something, as the ground rule of the meeting allows: on the record by name, where the log leaves no doubt who it
 * was; on background by office alone; null on deep background and off the record, where nothing is told of anybody.
 * Source: DOMAIN.md, outcome (ground rule).
 */
export function speakerOf(meeting: LoggedMeeting, said: string): string | null {
  switch (meeting.groundRule) {
    case "on the record": {
      const name = onlyName(meeting, said);
      const where = audiencesInWords(meeting);
      return name === null ? someoneAt(meeting.audiences) : where === "" ? name : `${name} (${where})`;
    }
    case "background":
      return someoneAt(meeting.audiences);
    case "deep background":
    case "off the record":
      return null;
  }
}

/** The one who was there, or the one whose name the note begins with. */
function onlyName({ attended }: LoggedMeeting, said: string): string | null {
  const known = attended.filter(({ name }) => name !== "");
  const { name } = afterName(said);
  const named = name === null ? [] : known.filter((one) => namesAny(one.name, [name]));
  if (named.length === 1) return named[0]?.name ?? null;
  return known.length === 1 && attended.length === 1 ? (known[0]?.name ?? null) : null;
}

const STAFF = /^(.+?),? (majority|minority) staff$/i;

/** "a Senate Foreign Relations majority staff member", "a reporter": somebody without a name. */
function someoneAt(audiences: readonly MeetingAudience[]): string {
  const [first, ...others] = audiences;
  if (first === undefined) return "a participant";
  if (others.length > 0) return `a participant (${audiences.map(({ name }) => name).join("; ")})`;
  const staff = STAFF.exec(first.name);
  if (staff !== null) return withArticle(`${staff[1]} ${staff[2]?.toLowerCase()} staff member`);
  if (first.kind === "press") return "a reporter";
  if (first.kind === "executive agency") return `an official (${first.name})`;
  return `a participant (${first.name})`;
}

function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}
