/** A number with its noun, "1 rating" and "2 ratings"; the plural is the noun with an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
