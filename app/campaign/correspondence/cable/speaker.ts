import { audiencesInShort, type LoggedMeeting } from "../meeting/logged-meeting.ts";
import { impersonalAt } from "../meeting/named.ts";
import { onlySpeaker } from "../meeting/said.ts";

/**
 * Who said something, as the ground rule of the meeting allows: on the record by name, where the log leaves no doubt who it
 * was; on background by office alone; null on deep background and off the record, where nothing is told of anybody.
 * Source: DOMAIN.md, outcome (ground rule).
 */
export function speakerOf(meeting: LoggedMeeting, said: string): string | null {
  switch (meeting.groundRule) {
    case "on the record": {
      const name = onlySpeaker(meeting.attended, said)?.name ?? null;
      const where = audiencesInShort(meeting);
      return name === null ? someoneAt(meeting, said) : where === "" ? name : `${name} (${where})`;
    }
    case "background":
      return someoneAt(meeting, said);
    case "deep background":
    case "off the record":
      return null;
  }
}

const STAFF = /^(.+?),? (majority|minority) staff$/i;

/** "a Senate Foreign Relations majority staff member", "a reporter": somebody without a name. */
function someoneAt(meeting: LoggedMeeting, said: string): string {
  const audiences = impersonalAt(meeting);
  const [first, ...others] = audiences;
  if (first === undefined)
    return meeting.audiences.some(({ kind }) => kind === "member office")
      ? "someone in a congressional office"
      : "a participant";
  if (others.length > 0) return `a participant (${audiencesInShort({ audiences })})`;
  const staff = STAFF.exec(first.name);
  if (staff !== null) {
    const side = sideOf(meeting, said, staff[2]?.toLowerCase() ?? "");
    return withArticle(`${staff[1]}${side === "" ? "" : ` ${side}`} staff member`);
  }
  if (first.kind === "press") return "a reporter";
  if (first.kind === "executive agency") return `an official (${first.name})`;
  return `a participant (${first.name})`;
}

/** The side on which the speaker is recorded; "" where it could be either; that of the audience where nobody's is known. */
function sideOf(meeting: LoggedMeeting, said: string, ofAudience: string): string {
  const speaker = onlySpeaker(meeting.attended, said);
  const people = speaker === null ? meeting.attended : [speaker];
  const sides = [...new Set(people.map(({ side }) => side ?? ofAudience))];
  const [only = ofAudience] = sides;
  return sides.length > 1 ? "" : only;
}

function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}
