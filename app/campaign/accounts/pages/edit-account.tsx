import { useActionData, useLoaderData } from "@remix-run/react";
import { listCampaigns } from "#app/campaign/campaigns/store.server.ts";
import {
  administratorAction,
  administratorPage,
  notFound,
  type SignedInArrival,
} from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { EndOrReinstate } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { DayAndClocks } from "#app/ui/two-clocks.tsx";
import { explainAtFields } from "../account.ts";
import { accountRecord } from "../record.ts";
import { describeAccount, findAccount, saveAccount } from "../store.server.ts";
import { RoleFields, rolesAsTyped } from "./account-fields.tsx";

export const meta = () => pageTitle("Account");

const accountHere = async ({ database, params }: SignedInArrival) =>
  (await findAccount(database.read, params.account ?? "")) ?? notFound();

export const loader = administratorPage(async (arrival) => {
  const account = await accountHere(arrival);
  const campaigns = (await listCampaigns(arrival.database.read)).map(({ id, name }) => ({ id, name }));
  const values = arrival.kept ?? { ...accountRecord.typed(account), ...rolesAsTyped(account, campaigns) };
  return { account, campaigns, values };
});

export const action = administratorAction(async (arrival) => {
  const { id } = await accountHere(arrival);
  return save(
    arrival,
    accountRecord.read(arrival.form, arrival.today),
    (change, typed, version) => {
      describeAccount(change, id, "changed", `Saved ${typed.name}’s account`);
      return saveAccount(change, id, typed, version);
    },
    ({ reason }) => explainAtFields(reason),
    async () => {
      const theirs = await accountHere(arrival);
      return { ...theirs, kind: "account" as const, values: accountRecord.typed(theirs) };
    },
  );
});

export default function EditAccount() {
  const { account, campaigns, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, name, version, closedAt } = account;
  const own = `/admin/accounts/${id}`;
  return (
    <>
      <RecordPage
        of={accountRecord}
        head={{
          title: name,
          sub:
            closedAt === null ? null : (
              <>
                Closed <DayAndClocks at={new Date(closedAt)} />
              </>
            ),
          crumbs: [{ label: "Accounts", to: "/admin/accounts" }, name],
          acts: (
            <a className="button" href={`${own}/password`}>
              Set a new password
            </a>
          ),
        }}
        refused={refused}
        own={{
          roles: (
            <RoleFields campaigns={campaigns} values={refused?.values ?? values} errors={refused?.errors} />
          ),
        }}
        values={values}
        version={version}
        action={own}
        leave={own}
        pending="Saving…"
      />
      <EndOrReinstate
        action={`${own}/closing`}
        end="Close the account"
        back="Reopen the account"
        isEnded={closedAt !== null}
        fields={{ state: closedAt === null ? "closed" : "open" }}
      />
    </>
  );
}
