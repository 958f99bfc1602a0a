import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { line, optionalLine, version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { notFound, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { everyZone } from "#app/time/zones.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { explainAccountRefusal } from "../account.ts";
import { AccountHead } from "../account-tabs.tsx";
import { findAccount, updateAccount } from "../store.server.ts";

export const meta = () => pageTitle("Your account");

export const loader = signedInPage(async ({ account, database, kept }) => {
  const own = await findAccount(database.read, account.id);
  if (own === null) notFound();
  return { own, kept };
});

const LABELS = { name: "Name", position: "Position", zone: "Time zone" };

const accountForm = z.object({
  version,
  name: line(120, "Enter your name"),
  position: optionalLine(120),
  zone: z.enum(everyZone(), { error: "Choose the zone in which you work" }),
});

export const action = signedInAction(async ({ account, database, form, author, submission }) => {
  const read = readForm(form, accountForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const { version: expected, ...patch } = read.value;
  const saved = await database.change(author, submission, async (change) => {
    change.describe({
      recordKind: "account",
      recordId: account.id,
      action: "changed",
      summary: "Saved your account",
      location: "/account",
    });
    return updateAccount(change, account.id, patch, expected);
  });
  if (saved.ok) return afterChange(saved);
  if (saved.reason !== "changed-by-somebody-else")
    return refuseByRule(form, explainAccountRefusal(saved.reason));
  const theirs = await findAccount(database.read, account.id);
  if (theirs === null) notFound();
  const { id, version: current, name, position, zone } = theirs;
  const record = { kind: "account", id, version: current } as const;
  return refuseStale(form, await staleRecord(database, record, { name, position, zone }));
});

export default function OwnAccount() {
  const { own, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = (name: "name" | "position" | "zone" | "version") =>
    typedValue(sent?.values ?? kept, name, String(own[name]));
  return (
    <>
      <AccountHead at="/account" sub={own.email} />
      <ErrorSummary errors={sent?.errors} />
      {sent?.stale ? (
        <Conflict stale={sent.stale} mine={sent.values} labels={LABELS} keepTheirs="/account" />
      ) : null}
      <FormFrame version={Number(typed("version"))}>
        <TextInput
          name="name"
          label="Name"
          value={typed("name")}
          error={sent?.errors.name}
          autoComplete="name"
        />
        <TextInput
          name="position"
          label="Position"
          hint="As colleagues read it, like: Public diplomacy, Washington"
          optional
          value={typed("position")}
          error={sent?.errors.position}
        />
        <Select
          name="zone"
          label="Time zone"
          hint="Where you work. The list of your sessions shows its time; other pages show Washington and the ministry."
          value={typed("zone")}
          error={sent?.errors.zone}
          options={everyZone().map((zone) => ({ value: zone, label: zone }))}
        />
        <p className="save">
          <button className="btn primary" type="submit" data-pending="Saving…">
            Save
          </button>
        </p>
      </FormFrame>
      <OwnRoles roles={own.roles} isAdministrator={own.isAdministrator} />
    </>
  );
}

function OwnRoles({
  roles,
  isAdministrator,
}: {
  roles: readonly { campaignId: string; campaignName: string; role: string }[];
  isAdministrator: boolean;
}) {
  return (
    <section>
      <h2>Your roles</h2>
      <ul>
        {roles.map(({ campaignId, campaignName, role }) => (
          <li key={campaignId}>
            <a href={`/c/${campaignId}`}>{campaignName}</a>: {role}
          </li>
        ))}
        {isAdministrator ? <li>Administrator of this installation</li> : null}
      </ul>
      <p className="note">An administrator changes roles and e-mail addresses.</p>
    </section>
  );
}
