import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listCampaigns } from "#app/campaign/campaigns/store.server.ts";
import { afterChange, readForm, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { administratorAction, administratorPage } from "#app/http/page.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { newId } from "#db/identifier.server.ts";
import { explainAccountRefusal } from "../account.ts";
import {
  checkNewPassword,
  explainPasswordRefusal,
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
} from "../password.ts";
import { hashPassword } from "../password-hash.server.ts";
import { insertAccount } from "../store.server.ts";
import { AccountFields } from "./account-fields.tsx";
import { accountFields, writtenAccount } from "./account-form.server.ts";

export const meta = () => pageTitle("Add an account");

export const loader = administratorPage(async ({ database, kept }) => ({
  campaigns: (await listCampaigns(database.read)).map(({ id, name }) => ({ id, name })),
  kept,
}));

const newAccountForm = z.object({
  ...accountFields,
  password: z.string({ error: explainPasswordRefusal("password-too-short") }).max(4 * LONGEST_PASSWORD),
});

export const action = administratorAction(async ({ database, form, author, submission }) => {
  const read = readForm(form, newAccountForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const written = writtenAccount(read.value);
  const checked = checkNewPassword(read.value.password, written.email);
  if (!checked.ok) return refuseForm(form, { password: explainPasswordRefusal(checked.reason) });
  const passwordHash = await hashPassword(checked.password);
  const account = { id: newId(), zone: WASHINGTON, passwordHash, ...written };
  const added = await database.change(author, submission, async (change) => {
    change.describe({
      recordKind: "account",
      recordId: account.id,
      action: "added",
      summary: `Added the account of ${account.name}`,
      location: "/admin/accounts",
    });
    return insertAccount(change, account);
  });
  if (added.ok) return afterChange(added);
  const field = added.reason === "email-taken" ? "email" : "";
  return refuseForm(form, { [field]: explainAccountRefusal(added.reason) });
});

export default function NewAccount() {
  const { campaigns, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = (name: string) =>
    typedValue(sent?.values ?? kept, name, name.endsWith(".role") ? "none" : "");
  return (
    <>
      <PageHead
        title="Add an account"
        crumbs={[
          { label: "Accounts", to: "/admin/accounts" },
          { label: "Add an account", to: null },
        ]}
      />
      <ErrorSummary errors={sent?.errors} />
      <FormFrame>
        <AccountFields typed={typed} errors={sent?.errors ?? {}} campaigns={campaigns} />
        <TextInput
          name="password"
          label="First password"
          hint={`${SHORTEST_PASSWORD} characters or more. Tell it to the person by another way than e-mail.`}
          type="password"
          autoComplete="new-password"
          error={sent?.errors.password}
        />
        <p className="save">
          <button className="btn primary" type="submit" data-pending="Saving…">
            Add the account
          </button>
        </p>
      </FormFrame>
    </>
  );
}
