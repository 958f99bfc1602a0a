import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listCampaigns } from "#app/campaign/campaigns/store.server.ts";
import { administratorAction, administratorPage, type Sent } from "#app/http/page.server.ts";
import { type Read, readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { newId } from "#db/identifier.server.ts";
import { checkNewPassword, explainAtFields, explainPasswordRefusal } from "../account.ts";
import { hashPassword } from "../password-hash.server.ts";
import { accountRecord, type WrittenAccount } from "../record.ts";
import { describeAccount, insertAccount, rolesOf } from "../store.server.ts";
import { NewPassword, RoleFields, typedPassword } from "./account-fields.tsx";

export const meta = () => pageTitle("Add an account");

export const loader = administratorPage(async ({ database, kept }) => ({
  campaigns: (await listCampaigns(database.read)).map(({ id, name }) => ({ id, name })),
  values: kept ?? {},
}));

export const action = administratorAction(async (arrival) => {
  const id = newId();
  return save(
    arrival,
    await readNewAccount(arrival),
    (change, { roles, ...account }) => {
      describeAccount(change, id, "added", `Added an account for ${account.name}`, "/admin/accounts");
      return insertAccount(change, { id, zone: WASHINGTON, ...account, roles: rolesOf(roles) });
    },
    ({ reason }) => explainAtFields(reason),
  );
});

const passwordForm = z.object({ password: typedPassword });

/** The account with its first password as it is kept; everything that is wrong with both at once. */
async function readNewAccount({
  form,
  author,
}: Sent): Promise<Read<WrittenAccount & { passwordHash: string }>> {
  const account = accountRecord.read(form, dateIn(author.now, WASHINGTON));
  const typed = readForm(form, passwordForm);
  if (!account.ok || !typed.ok) {
    const errors = { ...(account.ok ? {} : account.errors), ...(typed.ok ? {} : typed.errors) };
    return { ok: false, errors };
  }
  const checked = checkNewPassword(typed.value.password, account.value.email);
  if (!checked.ok) return { ok: false, errors: { password: explainPasswordRefusal(checked.reason) } };
  return { ok: true, value: { ...account.value, passwordHash: await hashPassword(checked.password) } };
}

export default function NewAccount() {
  const { campaigns, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <RecordPage
      of={accountRecord}
      head={{
        title: "Add an account",
        crumbs: [{ label: "Accounts", to: "/admin/accounts" }, "Add an account"],
      }}
      refused={refused}
      own={{
        roles: (
          <RoleFields campaigns={campaigns} values={refused?.values ?? values} errors={refused?.errors} />
        ),
      }}
      values={values}
      action="/admin/accounts/new"
      leave="/admin/accounts"
      save="Add the account"
      pending="Saving…"
    >
      <NewPassword
        name="password"
        label="First password"
        advice="Do not send it by e-mail."
        error={refused?.errors.password}
      />
    </RecordPage>
  );
}
