import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { explainAccountRefusal } from "#app/domain/accounts/account.ts";
import { afterChange, readForm, refuseByRule } from "#app/http/form.server.ts";
import { administratorAction, administratorPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { findAccount, updateAccount } from "#db/queries/accounts.server.ts";
import { revokeSessionsOf } from "#db/queries/sessions.server.ts";

export const meta = () => pageTitle("Close an account");

/** Closing is a button; its address alone leads to the account. */
export const loader = administratorPage(async ({ params }) => redirect(`/admin/accounts/${params.account}`));

const closingForm = z.object({ state: z.enum(["open", "closed"]) });

/** A closed account cannot sign in; what its person did stays where it is, under the name. */
export const action = administratorAction(async ({ params, database, form, author, submission, now }) => {
  const account = await findAccount(database.read, params.account ?? "");
  const read = readForm(form, closingForm);
  if (account === null || !read.ok) notFound();
  const isClosing = read.value.state === "closed";
  const saved = await database.change(author, submission, async (change) => {
    change.describe({
      recordKind: "account",
      recordId: account.id,
      action: isClosing ? "closed" : "opened again",
      summary: `${isClosing ? "Closed" : "Opened again"} the account of ${account.name}`,
      location: `/admin/accounts/${account.id}`,
    });
    return updateAccount(change, account.id, { closed_at: isClosing ? now.toISOString() : null }, null);
  });
  if (!saved.ok) return refuseByRule(form, explainAccountRefusal(saved.reason));
  if (isClosing) await revokeSessionsOf(database, account.id, { allBut: null }, now);
  return afterChange(saved);
});

export default function AccountClosing() {
  return (
    <>
      <PageHead title="The account stays open" />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <p>
        <a href="/admin/accounts">Back to the accounts</a>
      </p>
    </>
  );
}
