import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { version } from "#app/http/fields.ts";
import { withPresent } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { EndOrReinstate } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { listChanges } from "#db/history.server.ts";
import { explainDeskRefusal, SIDES_IN_WORDS } from "../desk.ts";
import { addDesk, changeDesk, listDesksEver, retireDesk, type StoredDesk } from "../desks.server.ts";
import { deskRecord } from "../record.ts";
import { placeOfDesk } from "../written-desk.ts";
import {
  listColleaguesWithSide,
  readDeskForm,
  refuseUnlessMaySetDesk,
  refuseUnlessMaySetDesks,
  sidesToSet,
} from "./clearance-desk-form.server.ts";

export const meta = ownTitle;

/** The desk that is edited; null where one is added. */
async function presentIn(arrival: CampaignArrival): Promise<StoredDesk | null> {
  if (arrival.params.desk === undefined) {
    refuseUnlessMaySetDesks(arrival);
    return null;
  }
  const desk = await deskHere(arrival);
  refuseUnlessMaySetDesk(arrival, desk);
  return desk;
}

async function deskHere({ database, campaign, params }: CampaignArrival) {
  const desks = await listDesksEver(database.read, campaign.id);
  return desks.find(({ id }) => id === params.desk) ?? notFound();
}

const personAt = (person: StoredDesk["holder"] | undefined) =>
  person ? [{ value: person.accountId, label: person.name }] : [];

const typedOf = (desk: StoredDesk) =>
  deskRecord.typed({
    ...desk,
    place: placeOfDesk(desk)?.city,
    holder: desk.holder?.accountId,
    deputy: desk.deputy?.accountId,
  });

export const loader = campaignPage("read", async (arrival) => {
  const present = await presentIn(arrival);
  const { campaign, database, home, kept } = arrival;
  const sides = sidesToSet(arrival);
  const usual = { place: home.homeCity, asks: "not asked", isAskedForHoldingLines: true };
  const people = (await listColleaguesWithSide(arrival)).flatMap(({ accountId, name, side }) =>
    side === null ? [] : [{ value: accountId, label: `${name}, clears for the ${side}` }],
  );
  return {
    title: present === null ? "Add a desk" : "Edit the desk",
    list: addressOf.desks(campaign.id),
    present,
    choices: {
      side: sides.map((side) => ({ value: side, label: SIDES_IN_WORDS[side] })),
      holder: withPresent(people, personAt(present?.holder)),
      deputy: withPresent(people, personAt(present?.deputy)),
    },
    values:
      kept ?? (present === null ? deskRecord.typed({ ...usual, side: sides.at(-1) }) : typedOf(present)),
    changes: present === null ? [] : await listChanges(database.read, "clearance desk", present.id),
  };
});

export const action = campaignAction("read", async (arrival) => {
  const present = await presentIn(arrival);
  if (present !== null && arrival.form.has("intent")) return askOrNot(arrival, present.id);
  const campaignId = arrival.campaign.id;
  return save(
    arrival,
    await readDeskForm(arrival, present),
    (change, typed, version) =>
      present === null || version === null
        ? addDesk(change, campaignId, typed)
        : changeDesk(change, { campaignId, deskId: present.id, version }, typed),
    ({ refusal }) => explainDeskRefusal(refusal),
    present &&
      (async () => {
        const theirs = await deskHere(arrival);
        return { ...theirs, kind: "clearance desk" as const, values: typedOf(theirs) };
      }),
  );
});

const asked = z.object({ version, intent: z.enum(["ask again", "ask no more"]) });

/** Asks the desk no more, or again. */
function askOrNot(arrival: CampaignArrival & Sent, deskId: string) {
  const campaignId = arrival.campaign.id;
  return save(
    arrival,
    readForm(arrival.form, asked),
    (change, { intent, version }) =>
      retireDesk(change, { campaignId, deskId, version }, intent === "ask no more"),
    (refusal) =>
      refusal.reason === "desk-is-needed"
        ? explainDeskRefusal(refusal.refusal)
        : "Someone has changed this desk. Check it before you decide whether it should be asked",
  );
}

export default function WriteClearanceDesk() {
  const { title, list, present, choices, values, changes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const isAboutAsking = sent !== undefined && "intent" in sent.values;
  const name = present?.name ?? title;
  return (
    <>
      <RecordPage
        of={deskRecord}
        head={{
          title: name,
          crumbs: [{ label: "Desks", to: list }, present === null ? "Add" : name],
        }}
        refused={isAboutAsking ? { ...sent, values } : sent}
        choices={choices}
        values={values}
        version={present?.version ?? null}
        action="?"
        leave={list}
        save={present === null ? "Add" : "Save"}
      />
      {present === null ? null : (
        <>
          <EndOrReinstate
            action="?"
            end="Retire"
            isEnded={present.isRetired}
            version={present.version}
            fields={{ intent: present.isRetired ? "ask again" : "ask no more" }}
          />
          <section>
            <h2>History</h2>
            <History changes={changes} labels={LABELS} />
          </section>
        </>
      )}
    </>
  );
}

const LABELS = { ...deskRecord.columns, country: "Country", zone: "Clock" };
