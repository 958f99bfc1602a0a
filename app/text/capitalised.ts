/** The words as a label begins: "opens doors" becomes "Opens doors". */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
