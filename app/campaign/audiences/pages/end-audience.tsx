import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { EndOrReinstate, ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { explainAudienceRefusal } from "../audience-of-organisation.ts";
import { audienceLocation, endAudience } from "../store.server.ts";
import { audienceHere } from "./audience-here.server.ts";

export const meta = () => pageTitle("End an audience");

export const loader = campaignPage("write", async (arrival) => {
  const { id, name, endedOn, version: seen } = await audienceHere(arrival);
  const own = audienceLocation({ campaignId: arrival.campaign.id, audienceId: id });
  return { own, name, endedOn, version: seen };
});

const sent = z.object({ version, standing: z.enum(["ended", "taken up"]) });

export const action = campaignAction("write", async (arrival) => {
  const { form, params, campaign, today } = arrival;
  const target = { campaignId: campaign.id, audienceId: params.audience ?? "" };
  return save(
    arrival,
    readForm(form, sent),
    (change, typed) => endAudience(change, target, typed.standing === "ended" ? today : null, typed.version),
    ({ reason }) => explainAudienceRefusal(reason),
  );
});

export default function EndAnAudience() {
  const { name, ...audience } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={name} crumbs={[{ label: name, to: audience.own }, "End"]} />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <EndAudience {...audience} />
    </>
  );
}

/** Ends an audience in the campaign, or takes the end back. Nothing that was heard is hidden by it. */
export function EndAudience({
  own,
  endedOn,
  version,
}: {
  own: string;
  endedOn: CalendarDate | null;
  version: number;
}) {
  const today = useToday();
  return (
    <section>
      <h2>{endedOn === null ? "End this audience" : `Ended on ${formatDay(endedOn, today)}`}</h2>
      <p className="hint">
        {endedOn === null
          ? "From today it will no longer be an audience of this campaign. Its meetings and receptions stay on record, but it will have no figure in the effectiveness report."
          : "Its meetings and receptions stay on record; it has no figure in the effectiveness report."}
      </p>
      <EndOrReinstate
        action={`${own}/end`}
        version={version}
        fields={{ standing: endedOn === null ? "ended" : "taken up" }}
        end="End audience"
        isEnded={endedOn !== null}
      />
    </section>
  );
}
