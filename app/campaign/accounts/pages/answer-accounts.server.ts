import { randomInt } from "node:crypto";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import type { Sent, SignedInArrival } from "#app/http/page.server.ts";
import { counted } from "#app/text/in-words.ts";
import { inUtf8 } from "#app/text/text-limits.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { newId } from "#db/identifier.server.ts";
import { explainAccountRefusal } from "../account.ts";
import { type ListedColleague, readColleagues } from "../colleagues-list.ts";
import { hashPassword } from "../password-hash.server.ts";
import { describeAccount, insertAccount, listAccounts } from "../store.server.ts";

/** What the page shows about a list: its faults, the accounts to be confirmed, or those added with their first passwords. */
export type ShownAccounts = {
  campaign: string;
  list: string;
  errors: Readonly<Record<string, string>>;
  /** Every further fault of the list; the first stands at the field. */
  faults: readonly string[];
  toAdd: readonly ListedColleague[] | null;
  added: readonly { name: string; email: string; password: string }[] | null;
  changeId: string;
};

type Answer = { shown: ShownAccounts; status: number };

/** Reads a list that was typed or came as a file, shows whom it names, and adds them once that is confirmed. */
export async function answerAccounts(arrival: SignedInArrival & Sent): Promise<Answer> {
  const { form, database } = arrival;
  const campaign = String(form.get("campaign") ?? "").slice(0, 128);
  const list = await listIn(form);
  const answer = (given: Partial<ShownAccounts>, status: number): Answer => ({
    shown: {
      campaign,
      list: list ?? "",
      errors: {},
      faults: [],
      toAdd: null,
      added: null,
      changeId: "",
      ...given,
    },
    status,
  });
  if (list === null)
    return answer({ errors: { list: "The file is not in UTF-8; save it as “CSV UTF-8”" } }, 400);
  if ((await findCampaign(database.read, campaign)) === null)
    return answer({ errors: { campaign: "Choose a campaign" } }, 400);
  const accounts = await listAccounts(database.read);
  const read = readColleagues(list, new Set(accounts.map(({ email }) => email)));
  if (!read.ok) return answer({ errors: { list: read.faults[0] ?? "" }, faults: read.faults.slice(1) }, 400);
  if (form.get("agreed") !== "yes") return answer({ toAdd: read.colleagues }, 200);
  const made = await addAll(arrival, campaign, read.colleagues);
  if (!made.ok) return answer({ errors: { list: explainAccountRefusal(made.reason) } }, 409);
  if (made.replayed)
    return answer(
      {
        errors: {
          list: "These accounts have already been added, and their first passwords cannot be shown again. Set a new password for each",
        },
      },
      409,
    );
  return answer({ list: "", added: made.added, changeId: made.changeId }, 200);
}

/** The file where one was chosen, else what was typed; null for a file that is no text. */
async function listIn(form: FormData): Promise<string | null> {
  const file = form.get("file");
  const typed = form.get("list");
  if (!(file instanceof File) || file.size === 0) return typeof typed === "string" ? typed : "";
  return inUtf8(await file.arrayBuffer());
}

async function addAll(
  { database, author, submission }: SignedInArrival & Sent,
  campaignId: string,
  colleagues: readonly ListedColleague[],
) {
  const added = await Promise.all(
    colleagues.map(async (colleague) => {
      const password = firstPassword();
      return { ...colleague, password, passwordHash: await hashPassword(password) };
    }),
  );
  return database.change(author, submission, async (change) => {
    for (const { name, email, role, position, passwordHash } of added) {
      const account = { id: newId(), name, email, position, passwordHash, zone: WASHINGTON };
      const roles = [{ campaignId, role }];
      const made = await insertAccount(change, { ...account, isAdministrator: false, roles });
      if (!made.ok) return made;
    }
    describeAccount(
      change,
      "several",
      "added",
      `Added ${counted(added.length, "account")}`,
      "/admin/accounts",
    );
    const told = added.map(({ name, email, password }) => ({ name, email, password }));
    return { ok: true as const, added: told };
  });
}

/** Without letters and digits that are taken for one another. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of four signs, about 79 bits: "k7dm-2xqp-9wfa-h3tz". */
function firstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
