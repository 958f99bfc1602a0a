import type { Participant } from "../outreach-event-record.server.ts";

/** "Claire Hadley, Professional staff, majority, advises, first meeting". */
export function personInWords(person: Participant): string {
  const { name, title, roleInDecision, timesMet } = person;
  return [name, title, roleInDecision ?? "", timesMet === 0 ? "first meeting" : ""]
    .filter(Boolean)
    .join(", ");
}
