import { createHash } from "node:crypto";
import { type Checker, type CheckResult, CheckStatus } from "@stryker-mutator/api/check";
import type { Mutant, PartialStrykerOptions } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";

type Options = PartialStrykerOptions & { draw?: { oneIn: number; seed: number } };

/** Leaves to the tests one mutant in so many, the same ones for the same seed, whatever else is mutated. */
class Draw implements Checker {
  static inject = tokens(commonTokens.options);
  readonly #oneIn: number;
  readonly #seed: number;

  constructor(options: Options) {
    this.#oneIn = options.draw?.oneIn ?? 1;
    this.#seed = options.draw?.seed ?? 1;
  }

  async init(): Promise<void> {}

  async group(mutants: Mutant[]): Promise<string[][]> {
    return [mutants.map((mutant) => mutant.id)];
  }

  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#drawn(mutant)]));
  }

  #drawn({ fileName, location, mutatorName, replacement }: Mutant): CheckResult {
    const name = JSON.stringify([
      this.#seed,
      fileName.replace(/^.*?\/(?=app\/|db\/)/, ""),
      location,
      mutatorName,
      replacement,
    ]);
    const lot = createHash("sha256").update(name).digest().readUInt32BE(0);
    return lot % this.#oneIn === 0
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: "not drawn" };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, "draw", Draw)];
