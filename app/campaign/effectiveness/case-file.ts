import type { CampaignCase } from "./campaign-case.ts";

/** The layout of the published cases. Source: EFFECTIVENESS.md §12. */
const FORMAT = "demarche-effectiveness-vectors/1";

const NOTES_AT_ONCE = 2_000;

/**
 * A campaign's figures as a file that `demarche effectiveness FILE` works out again, a line for each note, piece by
 * piece: a million notes make some hundred megabytes.
 */
export function* caseFile({ input, notes, expected, ...about }: CampaignCase): Generator<string> {
  const head = JSON.stringify({ format: FORMAT, cases: [{ ...about, input }] });
  // The notes go in as the last key of the input.
  yield `${head.slice(0, -"}}]}".length)},"observations":[`;
  yield* lines(notes);
  yield `\n]},"expected":${JSON.stringify(expected)}}]}\n`;
}

function* lines(notes: CampaignCase["notes"]): Generator<string> {
  let piece: string[] = [];
  let before = "";
  for (const note of notes) {
    piece.push(`${before}\n${JSON.stringify(note)}`);
    before = ",";
    if (piece.length < NOTES_AT_ONCE) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}
