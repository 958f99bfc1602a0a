import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { administratorAction, administratorPage, notFound } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { afterChange, refuseForm } from "#app/http/save-form.server.ts";
import { revokeSessionsOf } from "#app/http/sessions.server.ts";
import { ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { checkNewPassword, explainPasswordRefusal } from "../account.ts";
import { hashPassword } from "../password-hash.server.ts";
import { findAccount, setPassword } from "../store.server.ts";
import { NewPassword, typedPassword } from "./account-fields.tsx";

export const meta = () => pageTitle("New password");

export const loader = administratorPage(async ({ params, database }) => {
  const account = await findAccount(database.read, params.account ?? "");
  if (account === null) notFound();
  return { id: account.id, name: account.name };
});

const passwordForm = z.object({ newPassword: typedPassword });

/** The person is signed out everywhere. */
export const action = administratorAction(async ({ params, database, form, author, submission, now }) => {
  const account = await findAccount(database.read, params.account ?? "");
  if (account === null) notFound();
  const read = readForm(form, passwordForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const checked = checkNewPassword(read.value.newPassword, account.email);
  if (!checked.ok) return refuseForm(form, { newPassword: explainPasswordRefusal(checked.reason) });
  const passwordHash = await hashPassword(checked.password);
  const saved = await database.change(author, submission, (change) =>
    setPassword(change, {
      id: account.id,
      passwordHash,
      summary: `Set a new password for ${account.name}`,
      location: `/admin/accounts/${account.id}`,
    }),
  );
  if (!saved.ok) notFound();
  await revokeSessionsOf(database, account.id, { allBut: null }, now);
  return afterChange(saved);
});

export default function AccountPassword() {
  const { id, name } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <>
      <PageHead
        title={`New password for ${name}`}
        sub="They will be signed out everywhere. Do not send the password by e-mail."
        crumbs={[
          { label: "Accounts", to: "/admin/accounts" },
          { label: name, to: `/admin/accounts/${id}` },
          "New password",
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame>
        <NewPassword name="newPassword" label="New password" error={errors?.newPassword} />
        <p className="save">
          <button className="button primary" type="submit" data-pending="Saving…">
            Set password
          </button>
        </p>
      </FormFrame>
    </>
  );
}
