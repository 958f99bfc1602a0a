import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { explainAccountRefusal } from "#app/campaign/accounts/account.ts";
import { AccountHead } from "#app/campaign/accounts/account-tabs.tsx";
import { HOME_CAPITALS } from "#app/campaign/accounts/home-capital.ts";
import { type Account, findAccount, updateAccount } from "#app/campaign/accounts/store.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { typedValue, typedValues } from "#app/http/form-values.ts";
import { notFound, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { UNITED_STATES } from "#app/time/holidays.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { mailStateOf } from "../mail-state.server.ts";
import { MailStateLine } from "../mail-state.tsx";
import { type WorkingCountry, workingCountryOf } from "../working-country.ts";

export const meta = () => pageTitle("Your mail");

export const loader = signedInPage(async ({ account, database, context, home, kept }) => {
  const own = await findAccount(database.read, account.id);
  if (own === null) notFound();
  const country = workingCountryOf(own.zone, home);
  const { email, zone, version } = own;
  return {
    email,
    zone,
    days: daysOf(country),
    version,
    wants: wantsOf(own),
    mail: mailStateOf(context.settings),
    kept,
  };
});

const LABELS = { wants: "Mail that you get" };

const mailForm = z.object({
  version,
  digest: z.literal("yes").optional(),
  atOnce: z.literal("yes").optional(),
});

export const action = signedInAction(async ({ account, database, form, author, submission }) => {
  const read = readForm(form, mailForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const { version: expected, digest, atOnce } = read.value;
  const saved = await database.change(author, submission, async (change) => {
    change.describe({
      recordKind: "account",
      recordId: account.id,
      action: "changed",
      summary: "Saved what mail you get",
      location: "/account/mail",
    });
    const patch = {
      wants_digest: digest === "yes" ? 1 : 0,
      wants_mail_at_once: atOnce === "yes" ? 1 : 0,
    } as const;
    return updateAccount(change, account.id, patch, expected);
  });
  if (saved.ok) return afterChange(saved);
  if (saved.reason !== "changed-by-somebody-else")
    return refuseByRule(form, explainAccountRefusal(saved.reason));
  const theirs = await findAccount(database.read, account.id);
  if (theirs === null) notFound();
  const record = { kind: "account", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, { wants: wantsOf(theirs).join(", ") }));
});

function daysOf(country: WorkingCountry): string {
  if (country === null) return "Monday to Friday";
  if (country === UNITED_STATES) return "the working days of the United States";
  const name = HOME_CAPITALS.find((capital) => capital.country === country)?.countryName ?? country;
  return `the working days of ${name}`;
}

function wantsOf({ wantsDigest, wantsMailAtOnce }: Account): string[] {
  return [...(wantsDigest ? ["digest"] : []), ...(wantsMailAtOnce ? ["atOnce"] : [])];
}

export default function OwnMail() {
  const { email, zone, days, version, wants, mail, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values = sent?.values ?? kept;
  const chosen = (name: string) =>
    values === null ? (wants.includes(name) ? ["yes"] : []) : typedValues(values, name, []);
  return (
    <>
      <AccountHead at="/account/mail" sub={`It goes to ${email}. An administrator changes the address.`} />
      <ErrorSummary errors={sent?.errors} />
      {sent?.stale ? (
        <Conflict stale={sent.stale} mine={sent.values} labels={LABELS} keepTheirs="/account/mail" />
      ) : null}
      <div className="stack">
        <MailStateLine mail={mail} />
        <FormFrame version={Number(typedValue(values, "version", String(version)))}>
          <Choices
            kind="many"
            name="digest"
            label="In the morning"
            chosen={chosen("digest")}
            choices={[
              {
                value: "yes",
                label: "What waits for me, in one mail at 07:30",
                hint: `By the clock of ${zone}, on ${days}. Where nothing waits, no mail comes.`,
              },
            ]}
          />
          <Choices
            kind="many"
            name="atOnce"
            label="At once"
            chosen={chosen("atOnce")}
            choices={[
              {
                value: "yes",
                label: "What cannot wait until the morning",
                hint: "Clearance asked of you, answered or due; a hold on something of yours; a new line to say; a clash on your event; an event within 24 hours without cleared points.",
              },
            ]}
          />
          <p className="save">
            <button className="btn primary" type="submit" data-pending="Saving…">
              Save
            </button>
          </p>
        </FormFrame>
      </div>
    </>
  );
}
