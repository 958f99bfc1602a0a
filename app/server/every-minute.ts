import { mailWork } from "#app/mail/due-letters.ts";
import { doWhatIsDueAboutHolds } from "#db/queries/due-about-holds.server.ts";
import { clearPapersBySilence } from "#db/queries/paper-silence.server.ts";
import type { Work } from "./clockwork.ts";

/** What the product does by itself, in this order, once a minute. */
export const EVERY_MINUTE: readonly Work[] = [
  { name: "silence about papers", run: ({ database, now }) => clearPapersBySilence(database, now) },
  { name: "what is due about holds", run: ({ database, now }) => doWhatIsDueAboutHolds(database, now) },
  mailWork,
];
