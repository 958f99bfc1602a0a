/** An office in a committee that one person has at a time. */
export type Gavel = "chair" | "ranking member" | "vice chair";

/**
 * The gavel that a title in the public list means: "Chairman", "Chairwoman" and "Chair" are one, so that another word for
 * the same office is no change; "Ex Officio" and "Cochairman" (of whom there may be several) are none.
 */
export function gavelOf(title: string): Gavel | null {
  const word = title.trim().toLowerCase();
  if (/^chair(man|woman|person)?$/.test(word)) return "chair";
  if (/^vice chair(man|woman|person)?$/.test(word)) return "vice chair";
  return word === "ranking member" ? "ranking member" : null;
}
