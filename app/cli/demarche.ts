import "#app/server/node-version.js";
import { Command, CommanderError } from "commander";

/** Wrong use ends with 2, so that a script can tell it from a refusal, which ends with 1. */
const WRONG_USE = 2;

const program = new Command("demarche")
  .description(
    "The Demarche command line. It works on the database named by DATABASE_PATH, even while the server is running.",
  )
  .showHelpAfterError();

/** Each command is loaded when it is asked for; all of them where help is, or what was typed is none. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  account: async () => (await import("./account.ts")).accountCommand(),
  backup: async () => (await import("./backup.ts")).backupCommand(),
  export: async () => (await import("./export.ts")).exportCommand(),
  import: async () => (await import("./import.ts")).importCommand(),
  messages: async () => (await import("./messages.ts")).messagesCommand(),
  effectiveness: async () => (await import("./effectiveness.ts")).effectivenessCommand(),
  report: async () => (await import("./report.ts")).reportCommand(),
};
const [asked = ""] = process.argv.slice(2);
const isCommand = Object.hasOwn(commands, asked);
for (const [name, load] of Object.entries(commands))
  if (name === asked || !isCommand) program.addCommand(await load());

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
