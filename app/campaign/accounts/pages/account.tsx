import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, type SignedInArrival, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { AccountHead } from "#app/ui/account-heads.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordForm } from "#app/ui/record-page.tsx";
import { explainAccountRefusal } from "../account.ts";
import { ownAccountRecord } from "../record.ts";
import { type Account, describeAccount, findAccount, updateAccount } from "../store.server.ts";

export const meta = () => pageTitle("Your account");

const ownAccount = async ({ database, account }: SignedInArrival) =>
  (await findAccount(database.read, account.id)) ?? notFound();

export const loader = signedInPage(async (arrival) => {
  const own = await ownAccount(arrival);
  return { own, values: arrival.kept ?? ownAccountRecord.typed(own) };
});

export const action = signedInAction((arrival) => {
  const { id } = arrival.account;
  return save(
    arrival,
    ownAccountRecord.read(arrival.form, arrival.today),
    (change, typed, version) => {
      describeAccount(change, id, "changed", "Saved your account", "/account");
      return updateAccount(change, id, typed, version);
    },
    ({ reason }) => explainAccountRefusal(reason),
    async () => {
      const theirs = await ownAccount(arrival);
      return { ...theirs, kind: "account" as const, values: ownAccountRecord.typed(theirs) };
    },
  );
});

export default function OwnAccount() {
  const { own, values } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountHead at="/account" sub={own.email} />
      <RecordForm
        of={ownAccountRecord}
        refused={useActionData<typeof action>()}
        values={values}
        version={own.version}
        action="/account"
        leave="/account"
        pending="Saving…"
      />
      <OwnRoles roles={own.roles} isAdministrator={own.isAdministrator} />
    </>
  );
}

function OwnRoles({ roles, isAdministrator }: Pick<Account, "roles" | "isAdministrator">) {
  return (
    <section>
      <h2>Your roles</h2>
      {roles.length === 0 && !isAdministrator ? <p>No role yet.</p> : null}
      <ul>
        {roles.map(({ campaignId, campaignName, role }) => (
          <li key={campaignId}>
            <a href={`/c/${campaignId}`}>{campaignName}</a>: {role}
          </li>
        ))}
        {isAdministrator ? <li>Administrator of this installation</li> : null}
      </ul>
      <p className="note">Only an administrator can change roles and e-mail addresses.</p>
    </section>
  );
}
