/** The words with each per cent kept on the line of its number. For pages alone: files keep the blank that is searched for. */
export function unbroken(text: string): string {
  return text.replaceAll(/(?<=\d) (?=%)/g, "\u00a0");
}
