import { countMatrix, type Matrix } from "./matrix.ts";

/** The overview's opening: `lead` is set strong, `rest` goes on from it. */
export type CampaignSentence = { lead: string; rest: string };

/**
 * The campaign in one breath, by plain rule from counts alone: which messages all audiences have heard and how far
 * the others have come, then how many pairs are still open. It passes no verdict on how a message was received
 * (DOMAIN.md, rule 3).
 */
export function campaignSentence(matrix: Matrix): CampaignSentence {
  const { pairs, heard } = countMatrix(matrix);
  if (matrix.messages.length === 0)
    return { lead: "The campaign has no message yet.", rest: "Add the first one." };
  if (matrix.rows.length === 0) {
    return {
      lead: "The campaign has no audience yet.",
      rest: "Add the groups in Washington that must hear it.",
    };
  }
  if (heard === 0) {
    return {
      lead: "No meetings logged yet.",
      rest: `None of ${pairs} pairs of audience and message has been heard.`,
    };
  }
  return { lead: leadOf(matrix), rest: restOf(pairs - heard, pairs) };
}

function leadOf(matrix: Matrix): string {
  const audiences = matrix.rows.length;
  const { audiencesByMessage } = countMatrix(matrix);
  const reach = matrix.messages.map(({ number }, at) => ({ number, by: audiencesByMessage[at] ?? 0 }));
  const byAll = reach.filter((message) => message.by === audiences).map((message) => String(message.number));
  const [next, ...others] = reach.filter((message) => message.by < audiences);
  const further = (message: { number: number; by: number }) =>
    `message ${message.number} by ${message.by || "none"}`;
  const partly = others.map(further);
  if (byAll.length > 0) {
    const all = `${byAll.length === 1 ? "Message" : "Messages"} ${inWords(byAll)} ${byAll.length === 1 ? "has" : "have"}`;
    const rest = next === undefined ? [] : [further(next), ...partly];
    return `${inWords([`${all} been heard by all ${audiences} audiences`, ...rest])}.`;
  }
  if (next === undefined) return "";
  const first = `Message ${next.number} has been heard by ${next.by || "none"} of ${audiences} audiences`;
  return `${inWords([first, ...partly])}.`;
}

function restOf(open: number, pairs: number): string {
  if (open === 0) return `No pair of audience and message is open.`;
  return `${open} of ${pairs} pairs of audience and message ${open === 1 ? "is" : "are"} not yet heard.`;
}

function inWords(parts: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts);
}
