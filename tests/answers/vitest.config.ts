import { defineConfig } from "vitest/config";

/** As in the tests' own configuration, for the one file that writes down what the product answers. */
export default defineConfig({
  test: {
    include: ["tests/answers/record-answers.ts"],
    setupFiles: "tests/support/each-file.ts",
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    pool: "forks",
  },
});
