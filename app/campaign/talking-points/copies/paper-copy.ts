/** For whom a copy is. */
export type Side = "our side" | "outsiders";

/** For whom a copy is, and whether its annex comes along. */
export type Cut = { side: Side; hasAnnex: boolean };

/** Which cut a copy is by its address: for our side with the annex, unless it says `?for=outsiders` or `?annex=no`. */
export function cutOf({ searchParams }: URL): Cut {
  const side = searchParams.get("for") === "outsiders" ? "outsiders" : "our side";
  return { side, hasAnnex: searchParams.get("annex") !== "no" };
}

/** What the address of a page or file of that cut ends with. */
export function searchOf({ side, hasAnnex }: Cut): string {
  const said = [side === "outsiders" ? "for=outsiders" : "", hasAnnex ? "" : "annex=no"].filter(Boolean);
  return said.length === 0 ? "" : `?${said.join("&")}`;
}

/** In what manner a paper leaves the product. */
export type CopyManner =
  | "printed brief"
  | "printed paper"
  | "Word"
  | "PDF"
  | "Markdown"
  | "copied for e-mail";

/** A copy as it is taken: of which exact text, and how it left. `versionNumber` is null for a text that is no version. */
export type TakenCopy = {
  manner: CopyManner;
  isForOutsiders: boolean;
  hash: string;
  versionNumber: number | null;
  statusLine: string;
  summary: string;
};

/** A copy that somebody has, on paper or as a file, with the wording of each message in it. */
export type PaperCopy = Omit<TakenCopy, "summary"> & {
  id: string;
  paperId: string;
  paperTitle: string;
  eventId: string | null;
  takenBy: { id: string; name: string };
  takenAt: Date;
  revisions: readonly { messageId: string; revisionId: string | null }[];
};

/** "Took a PDF copy for outsiders", "Printed the brief": what the history says of a copy. */
export function copyInWords(manner: CopyManner, isForOutsiders: boolean): string {
  const whom = isForOutsiders ? " for outsiders" : "";
  switch (manner) {
    case "printed brief":
      return "Printed the brief";
    case "printed paper":
      return "Printed the paper";
    case "copied for e-mail":
      return `Took a copy of the paper for e-mail${whom}`;
    default:
      return `Downloaded the paper as ${manner}${whom}`;
  }
}

type Version = { number: number; hash: string };

/** The number of the version that a text is, the newest of several; null for a text that is none. */
export function versionOf(hash: string, newestFirst: readonly Version[]): number | null {
  return newestFirst.find((version) => version.hash === hash)?.number ?? null;
}

/** Which text this is: "Version 3", or where it stands between versions. */
export function versionInWords(hash: string, newestFirst: readonly Version[]): string {
  const number = versionOf(hash, newestFirst);
  if (number !== null) return `Version ${number}`;
  const [latest] = newestFirst;
  return latest === undefined ? "Draft, no version yet" : `Draft after version ${latest.number}`;
}

/** Of the copies of a paper, the newest that each person has, the newest first. */
export function latestCopies(copies: readonly PaperCopy[]): readonly PaperCopy[] {
  const newestFirst = copies.toSorted((one, other) => other.takenAt.getTime() - one.takenAt.getTime());
  return newestFirst.filter(
    (copy, index) => newestFirst.findIndex(({ takenBy }) => takenBy.id === copy.takenBy.id) === index,
  );
}
