import { contradictionsIn, type Doubt, doubtIn, type Saying } from "./one-line/doubts.ts";
import { fieldsOf, type LineFields } from "./one-line/fields.ts";
import { type Piece, piecesOf } from "./one-line/pieces.ts";
import type { LineContext, Said } from "./one-line/said.ts";
import { settle } from "./one-line/settle.ts";
import { titleOf } from "./one-line/title.ts";

export type ReadLine = {
  fields: LineFields;
  understood: { text: string; says: Said }[];
  doubts: Doubt[];
  notUnderstood: { text: string; why: string }[];
};

/** Longer lines are refused before they are read. */
export const LONGEST_LINE = 500;

/**
 * Reads an event planned in one line: "SFRC staff, tue 14:00, 45 min, msg 2 3, @jana".
 *
 * Every word is understood, part of the title, asked about or said not to be understood; nothing is guessed. What the
 * line says twice in different ways is asked about, and stays empty. A weekday is the next one, today while the time
 * is still to come. Source: DESIGN.md, section 1, job 1.
 */
export function readLine(line: string, context: LineContext): ReadLine {
  const pieces = piecesOf(line.slice(0, LONGEST_LINE), context);
  const { title, strays } = titleOf(line, pieces);
  const saying = settle(pieces.filter(saysSomething));
  const twice = contradictionsIn(line, saying);
  const clear = saying.filter(({ says }) => !twice.some(({ about }) => about === says.about));
  return {
    fields: {
      ...fieldsOf(
        clear.map(({ says }) => says),
        context,
      ),
      title,
    },
    understood: saying.filter(({ says }) => says.about !== "doubt" && says.about !== "nothing"),
    doubts: [...saying.flatMap((piece) => doubtIn(line, piece)), ...twice.map(({ doubt }) => doubt)],
    notUnderstood: [...saying.flatMap(refusalIn), ...strays.map(strayIn)],
  };
}

function saysSomething(piece: Piece): piece is Saying {
  return piece.says !== null;
}

function refusalIn({ text, says }: Saying) {
  return says.about === "nothing" ? [{ text, why: says.why }] : [];
}

function strayIn({ text }: Piece) {
  return { text, why: "If it belongs to the title, put it in front" };
}
