import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listCampaigns } from "#app/campaign/campaigns/store.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { administratorAction, administratorPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useToday } from "#app/ui/today.ts";
import { explainAccountRefusal } from "../account.ts";
import { type Account, findAccount, saveAccount } from "../store.server.ts";
import { AccountFields } from "./account-fields.tsx";
import { accountFields, writtenAccount } from "./account-form.server.ts";

export const meta = () => pageTitle("Account");

export const loader = administratorPage(async ({ params, database, kept }) => {
  const account = await findAccount(database.read, params.account ?? "");
  if (account === null) notFound();
  const campaigns = await listCampaigns(database.read);
  return { account, campaigns: campaigns.map(({ id, name }) => ({ id, name })), kept };
});

const editForm = z.object({ version, ...accountFields });

export const action = administratorAction(async ({ params, database, form, author, submission }) => {
  const account = await findAccount(database.read, params.account ?? "");
  if (account === null) notFound();
  const read = readForm(form, editForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const saved = await database.change(author, submission, async (change) => {
    change.describe({
      recordKind: "account",
      recordId: account.id,
      action: "changed",
      summary: `Saved the account of ${read.value.name}`,
      location: `/admin/accounts/${account.id}`,
    });
    return saveAccount(change, account.id, { version: read.value.version, ...writtenAccount(read.value) });
  });
  if (saved.ok) return afterChange(saved);
  if (saved.reason === "email-taken") return refuseForm(form, { email: explainAccountRefusal(saved.reason) });
  if (saved.reason !== "changed-by-somebody-else")
    return refuseByRule(form, explainAccountRefusal(saved.reason));
  const { name, email, position } = account;
  const record = { kind: "account", id: account.id, version: account.version } as const;
  return refuseStale(form, await staleRecord(database, record, { name, email, position }));
});

export default function EditAccount() {
  const { account, campaigns, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const today = useToday();
  const values = sent?.values ?? kept;
  const stored = storedValues(account, campaigns);
  const typed = (name: string) => typedValue(values, name, values ? "" : (stored[name] ?? ""));
  return (
    <>
      <PageHead
        title={account.name}
        sub={
          account.closedAt === null ? null : `Closed ${formatDayAndTime(new Date(account.closedAt), today)}`
        }
        crumbs={[
          { label: "Accounts", to: "/admin/accounts" },
          { label: account.name, to: null },
        ]}
        acts={<AccountActs account={account} />}
      />
      <ErrorSummary errors={sent?.errors} />
      {sent?.stale ? (
        <Conflict
          stale={sent.stale}
          mine={sent.values}
          labels={{ name: "Name", email: "E-mail", position: "Position" }}
          keepTheirs={`/admin/accounts/${account.id}`}
        />
      ) : null}
      <FormFrame version={Number(typed("version"))}>
        <AccountFields typed={typed} errors={sent?.errors ?? {}} campaigns={campaigns} />
        <p className="save">
          <button className="btn primary" type="submit" data-pending="Saving…">
            Save
          </button>
        </p>
      </FormFrame>
    </>
  );
}

function AccountActs({ account }: { account: Account }) {
  const isOpen = account.closedAt === null;
  return (
    <>
      <a className="btn" href={`/admin/accounts/${account.id}/password`}>
        Set a new password
      </a>
      <ButtonForm
        action={`/admin/accounts/${account.id}/closing`}
        label={isOpen ? "Close the account" : "Open the account again"}
        fields={{ state: isOpen ? "closed" : "open" }}
      />
    </>
  );
}

function storedValues(account: Account, campaigns: readonly { id: string }[]): Record<string, string> {
  const roles = campaigns.map(({ id }, index) => {
    const role = account.roles.find((given) => given.campaignId === id)?.role ?? "none";
    return [`roles[${index}].role`, role] as const;
  });
  return {
    version: String(account.version),
    name: account.name,
    email: account.email,
    position: account.position,
    isAdministrator: account.isAdministrator ? "yes" : "",
    ...Object.fromEntries(roles),
  };
}
