/** What a participant answered to the invitation [RFC 5545]. */
export const REPLIES = ["needs-action", "accepted", "declined", "tentative", "delegated"] as const;

export type Reply = (typeof REPLIES)[number];

/** Whether the text is one of the replies. */
export function isReply(text: string): text is Reply {
  return REPLIES.some((reply) => reply === text);
}

/** Whether a participant was there. */
export const ATTENDANCES = ["not recorded", "attended", "no-show"] as const;

export type Attendance = (typeof ATTENDANCES)[number];

const REPLY_LABELS: Readonly<Record<Reply, string>> = {
  "needs-action": "No reply yet",
  accepted: "Accepted",
  declined: "Declined",
  tentative: "Tentative",
  delegated: "Sending someone else",
};

/** A reply in words for the screen. */
export function replyLabel(reply: Reply): string {
  return REPLY_LABELS[reply];
}

const ATTENDANCE_LABELS: Readonly<Record<Attendance, string>> = {
  "not recorded": "Not recorded",
  attended: "Was there",
  "no-show": "Did not come",
};

/** Attendance in words for the screen. */
export function attendanceLabel(attendance: Attendance): string {
  return ATTENDANCE_LABELS[attendance];
}

/** Whether a participant is expected at an event, or was there: who declined, sent somebody else or stayed away is not. */
export function isExpected({ reply, attendance }: { reply: Reply; attendance: Attendance }): boolean {
  return reply !== "declined" && reply !== "delegated" && attendance !== "no-show";
}

/** "Claire Hadley, Professional staff, majority, advises, first meeting". */
export function personInWords(person: {
  name: string;
  title: string;
  roleInDecision: string | null;
  timesMet: number;
}): string {
  const { name, title, roleInDecision, timesMet } = person;
  return [name, title, roleInDecision ?? "", timesMet === 0 ? "first meeting" : ""]
    .filter(Boolean)
    .join(", ");
}
