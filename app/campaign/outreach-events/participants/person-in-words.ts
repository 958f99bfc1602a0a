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
