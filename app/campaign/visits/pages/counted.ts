/** "1 item", "6 items", "No item". */
export function counted(count: number, noun: string): string {
  if (count === 0) return `No ${noun}`;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
