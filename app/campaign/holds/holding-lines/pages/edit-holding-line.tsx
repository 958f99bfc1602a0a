import { useActionData, useLoaderData } from "@remix-run/react";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { RecordConflict } from "#app/ui/record-conflict.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { holdHere } from "../../pages/hold-view.server.ts";
import styles from "../../pages/holds.css?url";
import { offeredExpiry } from "../line-times.ts";
import { firstLineRecord, holdingLineRecord } from "../record.ts";
import { findHoldingLine } from "../store.server.ts";
import { saveLine, typedOf } from "./save-holding-line.server.ts";

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

export const action = campaignAction("write", saveLine);

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
          { label: "Holding line", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors ?? {}} />
      {refused?.stale ? (
        <RecordConflict of={firstLineRecord} stale={refused.stale} mine={refused.values} keepTheirs="?" />
      ) : null}
      {page.number === null ? null : (
        <p className="note">
          Saving makes a new version. What the desks have answered counts for version {page.number} only: send
          the new one to them again.
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
  return (
    <FormFrame>
      <input type="hidden" name="seen" value={typedValue(values, "version", String(page.version ?? ""))} />
      <Fields
        of={page.number === null ? firstLineRecord : holdingLineRecord}
        values={values}
        errors={refused?.errors ?? {}}
      />
      <button type="submit" className="btn primary">
        Save
      </button>
    </FormFrame>
  );
}
