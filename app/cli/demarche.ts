import "#app/server/node-version.js";
import { Command, CommanderError } from "commander";
import { accountCommand } from "./account.ts";
import { backupCommand } from "./backup.ts";
import { effectivenessCommand } from "./effectiveness.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { messagesCommand } from "./messages.ts";
import { reportCommand } from "./report.ts";

/** Wrong use ends with 2, so that a script can tell it from a refusal, which ends with 1. */
const WRONG_USE = 2;

const program = new Command("demarche")
  .description("The command line of Demarche. It works on DATABASE_PATH, beside a running server.")
  .showHelpAfterError();

program.addCommand(accountCommand());
program.addCommand(backupCommand());
program.addCommand(exportCommand());
program.addCommand(importCommand());
program.addCommand(messagesCommand());
program.addCommand(effectivenessCommand());
program.addCommand(reportCommand());

// commander passes these settings on only to commands that are added later.
for (const command of [...everyCommand(program)]) {
  command.exitOverride().showHelpAfterError();
}

try {
  await program.parseAsync();
} catch (fault) {
  if (!(fault instanceof CommanderError)) throw fault;
  process.exitCode = fault.exitCode === 0 ? 0 : WRONG_USE;
}

function* everyCommand(command: Command): Generator<Command> {
  yield command;
  for (const below of command.commands) yield* everyCommand(below);
}
