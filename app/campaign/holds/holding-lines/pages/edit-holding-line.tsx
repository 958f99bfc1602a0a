import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { type Read, readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { Cancel, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import type { Database } from "#db/database.server.ts";
import { holdHere } from "../../pages/hold-view.server.ts";
import styles from "../../pages/holds.css?url";
import { explainLineRefusal } from "../holding-line.ts";
import { offeredExpiry, readExpiry } from "../line-times.ts";
import { firstLineRecord, holdingLineRecord } from "../record.ts";
import { findHoldingLine, type LineVersion, saveHoldingLine, type WrittenLine } from "../store.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Holding line");

export const loader = campaignPage("write", async (arrival) => {
  const hold = await holdHere(arrival);
  const line = await findHoldingLine(arrival.database.read, hold.id);
  const newest = line?.versions[0] ?? null;
  const usual = { text: "", handling: arrival.campaign.handling, wallExpires: offeredExpiry(arrival.now) };
  return {
    base: `/c/${arrival.campaign.id}`,
    hold,
    version: line?.version ?? null,
    number: newest?.number ?? null,
    values: arrival.kept ?? typedOf(newest ?? usual),
  };
});

const schema = z.object({
  // Empty where no line was written yet.
  seen: z
    .literal("")
    .transform(() => null)
    .or(version)
    .default(null),
});

/** Saves the next version of the line; somebody else's version in between is shown beside what was typed. */
export const action = campaignAction("write", async (arrival) => {
  const { form, database, campaign, params, today } = arrival;
  const target = { campaignId: campaign.id, holdId: params.hold ?? "" };
  return save(
    arrival,
    readLine(form, today),
    (change, { line, seen }) => saveHoldingLine(change, target, line, seen),
    async ({ reason }) => {
      if (reason === "changed-by-somebody-else") return sinceShown(database, target.holdId, today);
      const sentence = explainLineRefusal(reason);
      return reason === "expiry-in-the-past" ? { day: sentence } : sentence;
    },
  );
});

function readLine(form: FormData, today: CalendarDate): Read<{ line: WrittenLine; seen: number | null }> {
  const shown = readForm(form, schema);
  const read = holdingLineRecord.read(form, today);
  if (!shown.ok) return shown;
  if (!read.ok) return read;
  const { text, handling, reason, ...until } = read.value;
  const expiry = readExpiry(until);
  if (!expiry.ok) return { ok: false, errors: { time: expiry.sentence } };
  const { at: expiresAt, wall: wallExpires, zone } = expiry;
  const line = { text: text.trim(), handling, reason, expiresAt, wallExpires, zone };
  return { ok: true, value: { line, seen: shown.value.seen } };
}

async function sinceShown(database: Database, holdId: string, today: CalendarDate) {
  const line = await findHoldingLine(database.read, holdId);
  if (line === null) return "The holding line has been withdrawn since this page was shown";
  const [newest] = line.versions;
  const at = formatDayAndTime(newest.madeAt, today);
  return { stale: { by: newest.madeBy.name, at, version: line.version, theirs: typedOf(newest) } };
}

/** What the form opens on; why a version was written is asked anew of each. */
function typedOf({ text, handling, wallExpires }: Pick<LineVersion, "text" | "handling" | "wallExpires">) {
  const [day, time] = wallExpires.split("T");
  return holdingLineRecord.typed({ text, handling, day, time });
}

export default function EditHoldingLine() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { hold, base } = page;
  return (
    <>
      <PageHead
        title={
          page.number === null ? "Write the holding line" : `Edit the holding line, version ${page.number}`
        }
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${hold.message.number}`, to: `${base}/messages/${hold.message.number}` },
          { label: "Hold", to: `${base}/holds/${hold.id}` },
          "Holding line",
        ]}
      />
      <ErrorSummary errors={refused?.errors ?? {}} />
      {refused?.stale ? (
        <RecordConflict of={firstLineRecord} stale={refused.stale} mine={refused.values} keepTheirs="?" />
      ) : null}
      {page.number === null ? null : (
        <p className="note">
          Saving creates a new version. Any answers about version {page.number} will not count for it, so send
          the new version to the desks.
        </p>
      )}
      <LineForm />
    </>
  );
}

function LineForm() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? page.values;
  const seen = typedValue(values, "seen", String(page.version ?? ""));
  return (
    <FormFrame>
      <input type="hidden" name="seen" value={typedValue(values, "version", seen)} />
      <Fields
        of={page.number === null ? firstLineRecord : holdingLineRecord}
        values={values}
        errors={refused?.errors ?? {}}
      />
      <p className="save">
        <Submit look="primary">Save</Submit>
        <Cancel to={`${page.base}/holds/${page.hold.id}`} />
      </p>
    </FormFrame>
  );
}
