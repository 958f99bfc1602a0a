import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import type { ListedAudience } from "../lists.server.ts";
import { audienceRecord } from "../record.ts";
import { audienceLocation, editAudience } from "../store.server.ts";
import { audienceHere, ownerChoices, ownerFault } from "./audience-here.server.ts";
import { EndAudience } from "./end-audience.tsx";

export const meta = () => pageTitle("Edit the audience");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, kept } = arrival;
  const audience = await audienceHere(arrival);
  return {
    audiences: addressOf.audiences(campaign.id),
    own: audienceLocation({ campaignId: campaign.id, audienceId: audience.id }),
    audience,
    choices: { owner: await ownerChoices(arrival, audience.owner) },
    values: kept ?? typedOf(audience),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  const { id: audienceId, owner } = await audienceHere(arrival);
  const target = { campaignId: campaign.id, audienceId };
  const owners = await ownerChoices(arrival, owner);
  return save(
    arrival,
    checkRead(audienceRecord.read(form, today), (typed) => ownerFault(typed, owners)),
    (change, typed, version) => editAudience(change, target, typed, version),
    () => "",
    async () => presentOf(await audienceHere(arrival)),
  );
});

const presentOf = (theirs: ListedAudience) => ({
  ...theirs,
  kind: "audience" as const,
  values: typedOf(theirs),
});

function typedOf(audience: ListedAudience) {
  return audienceRecord.typed({ ...audience, owner: audience.owner?.id });
}

export default function EditAudience() {
  const { audiences, own, audience, choices, values } = useLoaderData<typeof loader>();
  return (
    <>
      <RecordPage
        of={audienceRecord}
        head={{
          title: `Edit: ${audience.name}`,
          crumbs: [{ label: "Audiences", to: audiences }, { label: audience.name, to: own }, "Edit"],
        }}
        refused={useActionData<typeof action>()}
        values={values}
        choices={choices}
        version={audience.version}
        action={`${own}/edit`}
        leave={own}
      />
      <EndAudience own={own} endedOn={audience.endedOn} version={audience.version} />
    </>
  );
}
