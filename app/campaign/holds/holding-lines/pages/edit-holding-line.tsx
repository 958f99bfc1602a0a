import { useActionData, useLoaderData } from "@remix-run/react";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { formatDate } from "#app/time/format.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { holdHere } from "../../pages/hold-view.server.ts";
import styles from "../../pages/holds.css?url";
import { offeredExpiry } from "../line-times.ts";
import { findHoldingLine } from "../store.server.ts";
import { saveLine } from "./save-holding-line.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Holding line");

export const loader = campaignPage("write", async (arrival) => {
  const hold = await holdHere(arrival);
  const line = await findHoldingLine(arrival.database.read, hold.id);
  const newest = line?.versions[0] ?? null;
  const wall = newest?.wallExpires ?? offeredExpiry(arrival.now);
  return {
    base: `/c/${arrival.campaign.id}`,
    hold,
    version: line?.version ?? null,
    number: newest?.number ?? null,
    text: newest?.text ?? "",
    handling: newest?.handling ?? arrival.campaign.handling,
    day: formatDate(wall.slice(0, 10)),
    time: wall.slice(11),
    kept: arrival.kept,
  };
});

export const action = campaignAction("write", saveLine);

const LABELS = { text: "Words", handling: "How it may travel", day: "Expires on", time: "At" };

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
        <Conflict stale={refused.stale} mine={refused.values} labels={LABELS} keepTheirs="?" />
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
  const errors = refused?.errors ?? {};
  const value = (name: string, now: string) => typedValue(refused?.values ?? page.kept, name, now);
  return (
    <FormFrame>
      <input type="hidden" name="seen" value={value("version", String(page.version ?? ""))} />
      <TextArea
        name="text"
        label="Words"
        hint="Short: what is said on the day’s news in the message’s place."
        value={value("text", page.text)}
        error={errors.text}
        rows={4}
      />
      <Select
        name="handling"
        label="How it may travel"
        value={value("handling", page.handling)}
        error={errors.handling}
        options={HANDLINGS.map((one) => ({ value: one, label: one }))}
      />
      <TextInput name="day" label="Expires on" value={value("day", page.day)} error={errors.day} size={16} />
      <TextInput
        name="time"
        label="At, Washington time"
        value={value("time", page.time)}
        error={errors.time}
        size={8}
      />
      {page.number === null ? null : (
        <TextInput
          name="reason"
          label="What changed, and for whom"
          optional
          value={value("reason", "")}
          error={errors.reason}
        />
      )}
      <button type="submit" className="btn primary">
        Save
      </button>
    </FormFrame>
  );
}
