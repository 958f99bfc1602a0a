import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Command, Option } from "commander";
import {
  checkNewPassword,
  explainAccountRefusal,
  explainPasswordRefusal,
  normaliseEmail,
} from "#app/campaign/accounts/account.ts";
import { hashPassword } from "#app/campaign/accounts/password-hash.server.ts";
import { describeAccount, insertAccount, SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { ROLES, type Role } from "#app/http/permission.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import { type CommandAnswer, refused, runCommand, withJson } from "./command.ts";

type AddOptions = {
  email: string;
  name: string;
  role: Role | null;
  campaign: string | null;
  administrator: boolean;
  json?: boolean;
};

/** `account add`: the password is asked for, or taken from DEMARCHE_PASSWORD, and never stands in the command. */
export function accountCommand(): Command {
  const add = withJson(new Command("add"))
    .description("Add an account. You will be asked for its password, unless DEMARCHE_PASSWORD is set.")
    .requiredOption("--email <address>", "the e-mail address to sign in with")
    .requiredOption("--name <name>", "the person’s name")
    .addOption(new Option("--role <role>", "the role in the campaign").choices(ROLES).default(null, "none"))
    .addOption(
      new Option("--campaign <campaign>", "the campaign, as in its web address after /c/").default(
        null,
        "none",
      ),
    )
    .option("--administrator", "let the account administer accounts and campaigns", false)
    .action((options: AddOptions) =>
      runCommand(options, (database, now) => addAccount(database, options, now)),
    );
  return new Command("account").description("Add an account for a colleague.").addCommand(add);
}

async function addAccount(database: Database, options: AddOptions, now: Date): Promise<CommandAnswer> {
  const email = normaliseEmail(options.email);
  if (email === null) return refused(`${options.email} is not an e-mail address.`);
  if ((options.role === null) !== (options.campaign === null))
    return refused("A role belongs to a campaign: give --role and --campaign together.");
  if (options.campaign !== null && (await findCampaign(database.read, options.campaign)) === null)
    return refused(`There is no campaign "${options.campaign}". Give it as in its web address, after /c/.`);
  const typed = process.env.DEMARCHE_PASSWORD ?? (await askForPassword());
  if (typed === null)
    return refused("Set DEMARCHE_PASSWORD, or run this command in a terminal and type the password.");
  const checked = checkNewPassword(typed, email);
  if (!checked.ok) return refused(`${explainPasswordRefusal(checked.reason)}.`);
  const account = {
    id: newId(),
    email,
    name: options.name.trim(),
    position: "",
    zone: WASHINGTON,
    passwordHash: await hashPassword(checked.password),
    isAdministrator: options.administrator,
    roles:
      options.role === null || options.campaign === null
        ? []
        : [{ campaignId: options.campaign, role: options.role }],
  };
  const author = { accountId: SYSTEM_ACCOUNT, channel: "command line", now } as const;
  const added = await database.change(author, { submission: null, campaignId: null }, async (change) => {
    describeAccount(change, account.id, "added", `Added an account for ${account.name}`);
    return insertAccount(change, account);
  });
  if (!added.ok) return refused(`${email}: ${explainAccountRefusal(added.reason)}`);
  return {
    ok: true,
    lines: [`Added ${account.name} (${email}).`],
    json: { added: { id: account.id, email, name: account.name } },
  };
}

/** Asks for a password without showing it; null where nobody is there to type. */
async function askForPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write("Password: ");
  try {
    return await asking.question("");
  } finally {
    asking.close();
    process.stderr.write("\n");
  }
}
