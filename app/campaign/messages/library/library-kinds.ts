import type { LibraryObjection, LibraryProofPoint, LibrarySource } from "./library.ts";
import { readObjection, readProofPoint, readSource } from "./read-records.ts";
import type { SharedKind } from "./read-shared-file.ts";

/** Objections: O1, O2 and so on, each with its name. */
export const OBJECTIONS: SharedKind<LibraryObjection> = {
  file: "objections.md",
  kind: "objections",
  title: "Objections",
  code: /^O[1-9]\d{0,3}$/,
  codeExpected: "objections are numbered O1, O2 and so on",
  read: readObjection,
};

/** Proof points: P1, P2 and so on. */
export const PROOF_POINTS: SharedKind<LibraryProofPoint> = {
  file: "proof-points.md",
  kind: "proof points",
  title: "Proof points",
  code: /^P[1-9]\d{0,3}$/,
  codeExpected: "proof points are numbered P1, P2 and so on",
  read: readProofPoint,
};

/** Sources: a short word each. */
export const SOURCES: SharedKind<LibrarySource> = {
  file: "sources.md",
  kind: "sources",
  title: "Sources",
  code: /^[a-z0-9][a-z0-9-]{0,39}$/,
  codeExpected: "the code of a source is one word of lower-case letters, digits and hyphens",
  read: readSource,
};

/** The one file of the folder that is for people only. */
export const READ_ME = "README.md";
