import type { Bench } from "./bench-context.ts";
import type { Rows } from "./row.ts";

/** Every benchmark by the name that it is asked by, in the order in which they run; each is loaded where it runs. */
export const BENCHMARKS: Record<string, () => Promise<(bench: Bench) => Rows>> = {
  quick: async () => (await import("./quick.ts")).quick,
  "install-size": async () => (await import("./install-size.ts")).installSize,
  "slow-phone": async () => (await import("./slow-phone.ts")).slowPhone,
  pages: async () => (await import("./pages.ts")).pagesAgainstPlainServer,
  "full-size": async () => (await import("./full-size.ts")).pagesAtFullSize,
  calendar: async () => (await import("./calendar-views.ts")).calendarViews,
  feeds: async () => (await import("./feeds.ts")).calendarFeeds,
  clash: async () => (await import("./clash-check.ts")).clashCheck,
  "calendar-import": async () => (await import("./calendar-import.ts")).calendarImport,
  library: async () => (await import("./library-pages.ts")).libraryPages,
  reports: async () => (await import("./report-counts.ts")).reportCounts,
  palette: async () => (await import("./find-palette.ts")).paletteResults,
  slots: async () => (await import("./slots.ts")).freeSlots,
  log: async () => (await import("./log-outcome.ts")).logOutcomeOverHttp,
  paper: async () => (await import("./paper-work.ts")).paperWork,
  documents: async () => (await import("./paper-documents.ts")).paperDocuments,
  "documents-meanwhile": async () => (await import("./documents-meanwhile.ts")).documentsMeanwhile,
  queries: async () => (await import("./hot-queries.ts")).hotQueries,
  effectiveness: async () => (await import("./effectiveness.ts")).effectiveness,
  congress: async () => (await import("./congress.ts")).congressImport,
  "next-outreach": async () => (await import("./next-outreach.ts")).nextOutreachPage,
  healthz: async () => (await import("./healthz.ts")).healthzMeanwhile,
  people: async () => (await import("./people.ts")).fiftyPeople,
};
