import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { revokeFeedsOf } from "#app/campaign/feeds/store.server.ts";
import { administratorAction, administratorPage, notFound } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { afterChange, refuseByRule } from "#app/http/save-form.server.ts";
import { revokeSessionsOf } from "#app/http/sessions.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { explainAccountRefusal } from "../account.ts";
import { describeAccount, findAccount, updateAccount } from "../store.server.ts";

export const meta = () => pageTitle("Close or reopen an account");

/** Closing is a button on the account's page; this page only tells why it was refused. */
export const loader = administratorPage(async ({ params, database }) => {
  const account = await findAccount(database.read, params.account ?? "");
  if (account === null) notFound();
  return { id: account.id, name: account.name };
});

const closingForm = z.object({ state: z.enum(["open", "closed"]) });

/** A closed account cannot sign in; what its person did stays where it is, under the name. */
export const action = administratorAction(async ({ params, database, form, author, submission, now }) => {
  const account = await findAccount(database.read, params.account ?? "");
  const read = readForm(form, closingForm);
  if (account === null || !read.ok) notFound();
  const isClosing = read.value.state === "closed";
  const saved = await database.change(author, submission, async (change) => {
    const [action, did] = isClosing ? ["closed", "Closed"] : ["opened again", "Reopened"];
    describeAccount(change, account.id, action, `${did} ${account.name}’s account`);
    return updateAccount(change, account.id, { closed_at: isClosing ? now.toISOString() : null }, null);
  });
  if (!saved.ok) return refuseByRule(form, explainAccountRefusal(saved.reason));
  if (isClosing) {
    await revokeSessionsOf(database, account.id, { allBut: null }, now);
    await revokeFeedsOf(database, author, {
      accountId: account.id,
      location: `/admin/accounts/${account.id}`,
    });
  }
  return afterChange(saved);
});

export default function AccountClosing() {
  const { id, name } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <>
      <PageHead
        title={errors ? "The account stays open" : "Close or reopen an account"}
        crumbs={[
          { label: "Accounts", to: "/admin/accounts" },
          { label: name, to: `/admin/accounts/${id}` },
          "Close or reopen",
        ]}
      />
      <ErrorSummary errors={errors} />
      <p>
        <a href={`/admin/accounts/${id}`}>Back to the account</a>
      </p>
    </>
  );
}
