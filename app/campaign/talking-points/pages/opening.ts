/** Enough of a text to know it by. */
export function opening(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 70).trimEnd()}…`;
}
