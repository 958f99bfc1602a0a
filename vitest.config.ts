import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "tests/support/one-run.ts",
    setupFiles: "tests/support/end-of-file.ts",
    include: ["tests/**/*.test.{ts,tsx}"],
    // Speed is measured by the bench: these only end what hangs, on a slow machine too.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    pool: "forks",
    maxWorkers: 2,
    isolate: false,
  },
});
