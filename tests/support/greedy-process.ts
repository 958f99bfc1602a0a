import { answerStarter } from "#app/http/separate-process.ts";

/** Answers a number with its double; a word makes it do what the word says. */
answerStarter((asked: number | "fill" | "fail", tell: (told: number) => void) => {
  if (typeof asked === "number") return tell(2 * asked);
  if (asked === "fail") throw new Error("failed");
  // A table that grows asks for one piece larger than what is left: as a thread it takes the whole process along.
  const table = new Map<string, number>();
  for (let at = 0; ; at++) table.set(`key ${at}`, at);
});
