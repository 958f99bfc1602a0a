import { nightlyRefits } from "#app/campaign/effectiveness/fits/nightly-refits.server.ts";
import type { Refits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import { tidySearch } from "#app/campaign/find/search.server.ts";
import { doWhatIsDueAboutHolds } from "#app/campaign/holds/due-about-holds.server.ts";
import { mailWork } from "#app/campaign/post/due-letters.server.ts";
import { clearPapersBySilence } from "#app/campaign/talking-points/clearing/paper-silence.server.ts";
import type { Work } from "#app/http/work.ts";

const DAY_MS = 86_400_000;

/** What the product does by itself, in this order, once a minute; the last only once a day. */
export const EVERY_MINUTE: readonly Work[] = [
  { name: "silence about papers", run: ({ database, now }) => clearPapersBySilence(database, now) },
  { name: "what is due about holds", run: ({ database, now }) => doWhatIsDueAboutHolds(database, now) },
  mailWork,
  onceADay({ name: "search index", run: ({ database }) => tidySearch(database) }),
];

/** All of it, and once a night what the figures are worked out with. */
export function everyMinute(refits: Refits): readonly Work[] {
  return [...EVERY_MINUTE, nightlyRefits(refits)];
}

/** The first time, and then when a day has passed since. */
function onceADay({ name, run }: Work): Work {
  let doneAt = Number.NEGATIVE_INFINITY;
  return {
    name,
    async run(parts) {
      if (parts.now.getTime() - doneAt < DAY_MS) return;
      doneAt = parts.now.getTime();
      await run(parts);
    },
  };
}
