/** What the observations of one audience say of one message: how many, their sum, the newest day. */
export type MatrixCell = { messageId: string; audienceId: string; n: number; total: number; lastOn: string };

export type MatrixMessage = { id: string; number: number; title: string };
export type MatrixAudience = { id: string; name: string };

/** A plain average of receptions −2..+2 with what it rests on. */
export type HeardCell = { average: number; n: number; lastOn: string };
export type MatrixRow = { audience: MatrixAudience; cells: readonly (HeardCell | null)[] };
export type Matrix = { messages: readonly MatrixMessage[]; rows: readonly MatrixRow[] };

/**
 * Who has heard what: a row for each audience of the campaign and a cell for each message, in the given orders;
 * null where the audience has not yet heard the message. The average is plain: no weights, no verdict
 * (DOMAIN.md, rule 3). Cells of audiences or messages that are not listed are left out.
 */
export function matrixOf(
  messages: readonly MatrixMessage[],
  audiences: readonly MatrixAudience[],
  cells: readonly MatrixCell[],
): Matrix {
  const byPair = new Map(cells.map((cell) => [`${cell.audienceId} ${cell.messageId}`, cell]));
  const rows = audiences.map((audience) => ({
    audience,
    cells: messages.map((message) => heardIn(byPair.get(`${audience.id} ${message.id}`))),
  }));
  return { messages, rows };
}

function heardIn(cell: MatrixCell | undefined): HeardCell | null {
  if (cell === undefined || cell.n === 0) return null;
  return { average: cell.total / cell.n, n: cell.n, lastOn: cell.lastOn };
}

/** What the matrix counts: pairs of audience and message, how many are heard, receptions in all, the newest day. */
export type MatrixCounts = {
  pairs: number;
  heard: number;
  receptions: number;
  lastOn: string | null;
  /** For each message, by how many audiences it has been heard. */
  audiencesByMessage: readonly number[];
};

/** Counts the matrix; `lastOn` is null before the first reception. */
export function countMatrix({ messages, rows }: Matrix): MatrixCounts {
  const heard = rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
  return {
    pairs: rows.length * messages.length,
    heard: heard.length,
    receptions: heard.reduce((sum, cell) => sum + cell.n, 0),
    lastOn: heard.reduce<string | null>(
      (last, cell) => (last === null || cell.lastOn > last ? cell.lastOn : last),
      null,
    ),
    audiencesByMessage: messages.map((_, at) => rows.filter((row) => row.cells[at] !== null).length),
  };
}
