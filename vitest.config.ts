import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that walk every page in a browser take longest: begun last they would leave the other core idle. */
class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isInBrowser = ({ moduleId }: TestSpecification) => moduleId.includes("/tests/journeys/");
    return [...sorted.filter(isInBrowser), ...sorted.filter((file) => !isInBrowser(file))];
  }
}

export default defineConfig({
  esbuild: { jsxDev: false },
  test: {
    globalSetup: "tests/support/one-run.ts",
    setupFiles: "tests/support/each-file.ts",
    include: ["tests/**/*.test.{ts,tsx}"],
    sequence: { sequencer: BrowsersFirst },
    // Speed is measured by the bench: these only end what hangs, on a slow machine too.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    // Pages are drawn as they are for users: React's other half of itself takes three times as long.
    env: { NODE_ENV: "production" },
    pool: "forks",
    // As `npm start`: what is compiled is kept, for the threads that a test starts too.
    execArgv: ["--import", "./app/server/compile-cache.js"],
    maxWorkers: 2,
    isolate: false,
  },
});
