import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { identifier } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ButtonForm, ErrorSummary } from "#app/ui/form-frame.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { askAgain, listMeantWhole } from "../both-sides.server.ts";

export const meta = () => pageTitle("Both sides together");

export const loader = campaignPage("write", async ({ campaign, database }) => ({
  base: `/c/${campaign.id}`,
  bodies: await listMeantWhole(database.read, { campaign: campaign.id }),
}));

export const action = campaignAction("write", (arrival) => {
  const campaignId = arrival.campaign.id;
  const location = addressOf.bothSides(campaignId);
  return save(
    arrival,
    readForm(arrival.form, z.object({ body: identifier })),
    (change, { body }) => askAgain(change, { campaignId, id: body, location }),
    () => "Demarche already asks which side is meant.",
  );
});

export default function BothSides() {
  const { base, bodies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Both sides together"
        sub="When an event is planned in one line, these names mean majority and minority together."
        crumbs={[
          { label: "Calendar", to: `${base}/calendar` },
          { label: "Plan an event", to: `${base}/events/new` },
          "Both sides",
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      {bodies.length === 0 ? (
        <Empty text="None yet. When the line asks which side is meant, choose “Both sides, from now on”." />
      ) : (
        <ul className="rows">
          {bodies.map(({ id, body }) => (
            <li key={id}>
              {body}{" "}
              <ButtonForm
                fields={{ body: id }}
                label={
                  <>
                    Ask again<span className="visually-hidden"> which side of {body} is meant</span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
