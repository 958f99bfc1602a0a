import { useActionData, useLoaderData } from "@remix-run/react";
import { type WorkingCountry, workingCountryOf } from "#app/campaign/mail/working-country.ts";
import { mailStateOf } from "#app/http/environment.ts";
import { notFound, type SignedInArrival, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { cityOf } from "#app/time/format.ts";
import { UNITED_STATES } from "#app/time/holidays.ts";
import { countryInProse } from "#app/time/home-capital.ts";
import { AccountHead } from "#app/ui/account-heads.tsx";
import { MailStateLine } from "#app/ui/mail-state.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordForm } from "#app/ui/record-page.tsx";
import { explainAccountRefusal } from "../account.ts";
import { inTheMorning, ownMailRecord } from "../record.ts";
import { type Account, describeAccount, findAccount, updateAccount } from "../store.server.ts";

export const meta = () => pageTitle("Your mail");

const ownAccount = async ({ database, account }: SignedInArrival) =>
  (await findAccount(database.read, account.id)) ?? notFound();

const typedOf = ({ wantsDigest, wantsMailAtOnce }: Account) =>
  ownMailRecord.typed({ digest: wantsDigest, atOnce: wantsMailAtOnce });

export const loader = signedInPage(async (arrival) => {
  const own = await ownAccount(arrival);
  const country = workingCountryOf(own.zone, arrival.home);
  const when = `${cityOf(own.zone)} time, ${daysOf(country)}. If nothing is waiting, no mail is sent.`;
  return {
    email: own.email,
    version: own.version,
    choices: { digest: inTheMorning(when) },
    values: arrival.kept ?? typedOf(own),
    mail: mailStateOf(arrival.context.settings),
  };
});

export const action = signedInAction((arrival) => {
  const { id } = arrival.account;
  return save(
    arrival,
    ownMailRecord.read(arrival.form, arrival.today),
    (change, { digest, atOnce }, version) => {
      describeAccount(change, id, "changed", "Saved your mail settings", "/account/mail");
      const patch = { wants_digest: digest ? 1 : 0, wants_mail_at_once: atOnce ? 1 : 0 } as const;
      return updateAccount(change, id, patch, version);
    },
    ({ reason }) => explainAccountRefusal(reason),
    async () => {
      const theirs = await ownAccount(arrival);
      return { ...theirs, kind: "account" as const, values: typedOf(theirs) };
    },
  );
});

function daysOf(country: WorkingCountry): string {
  if (country === null) return "from Monday to Friday";
  if (country === UNITED_STATES) return "on working days in the United States";
  return `on working days in ${countryInProse(country)}`;
}

export default function OwnMail() {
  const { email, mail, ...form } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountHead
        at="/account/mail"
        sub={`Your mail goes to ${email}. An administrator can change the address.`}
      />
      <div className="stack">
        <MailStateLine mail={mail} />
        <RecordForm
          of={ownMailRecord}
          refused={useActionData<typeof action>()}
          {...form}
          action="/account/mail"
          leave="/account/mail"
          pending="Saving…"
        />
      </div>
    </>
  );
}
