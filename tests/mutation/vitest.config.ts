import { defineConfig } from "vitest/config";

/** As in the tests' own configuration, for the tests that the mutated area has. */
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? "tests")
      .split(",")
      .map((tests) => (tests.endsWith(".ts") ? tests : `${tests}/**/*.test.{ts,tsx}`)),
    setupFiles: "tests/support/each-file.ts",
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
