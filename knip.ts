import type { KnipConfig } from "knip";
import routes from "./app/routes.ts";

type Route = { file: string; children?: readonly Route[] | undefined };

/** The files that the framework calls: those of the routes alone, so that a part of a page that nobody uses is found. */
const files = (each: readonly Route[]): string[] =>
  each.flatMap(({ file, children }) => [`app/${file}`, ...files(children ?? [])]);

export default {
  entry: [
    "app/routes.ts",
    ...files(routes),
    "app/http/load-context.ts",
    "app/cli/*.ts",
    "app/server/documents-worker.ts",
    "tests/bench/bare-304.ts",
    "tests/bench/healthz-probe.ts",
    "tests/bench/measure.ts",
    "tests/bench/reference-server.ts",
    "tests/public-data/read-calendars.ts",
    "tests/public-data/read-congress.ts",
    "tests/support/keep-writing.ts",
    "tests/support/play-elsewhere.ts",
    "tests/mutation/draw.ts",
    "tests/mutation/vitest.config.ts",
    "tests/answers/*.ts",
  ],
  project: ["{app,db,migrations,tests}/**/*.{ts,tsx,js}"],
  ignoreDependencies: ["@stryker-mutator/vitest-runner"],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
