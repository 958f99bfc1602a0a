import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { type DeskRefusal, explainDeskRefusal } from "../desk-keeping.ts";
import { changeDesk, listDesksEver, retireDesk, type StoredDesk } from "../desks.server.ts";
import { givenForDesk, readDeskForm, valuesOfDesk } from "./clearance-desk-form.server.ts";

const seen = z.object({ version, intent: z.enum(["ask again", "ask no more"]).optional() });

/** Saves what was written of a desk, or asks it no more, or again. */
export async function saveDesk(arrival: CampaignArrival & Sent, desk: StoredDesk) {
  const { form, database, author, submission, campaign } = arrival;
  const shown = readForm(form, seen);
  if (!shown.ok) return refuseForm(form, shown.errors);
  const { intent, version: expected } = shown.value;
  const target = { campaignId: campaign.id, deskId: desk.id, version: expected };
  if (intent !== undefined) {
    const isRetired = intent === "ask no more";
    return answer(
      arrival,
      desk.id,
      await database.change(author, submission, (change) => retireDesk(change, target, isRetired)),
    );
  }
  const read = readDeskForm(form, await givenForDesk(arrival));
  if (!read.ok) return refuseForm(form, read.errors);
  return answer(
    arrival,
    desk.id,
    await database.change(author, submission, (change) => changeDesk(change, target, read.desk)),
  );
}

type Saved =
  | { ok: true; changeId: string; location: string }
  | { ok: false; reason: "not-found" | "changed-by-somebody-else" }
  | { ok: false; reason: "desk-is-needed"; refusal: DeskRefusal };

async function answer({ form, database, campaign }: CampaignArrival & Sent, deskId: string, saved: Saved) {
  if (saved.ok) return afterChange(saved);
  if (saved.reason === "desk-is-needed") return refuseByRule(form, explainDeskRefusal(saved.refusal));
  const theirs = (await listDesksEver(database.read, campaign.id)).find(({ id }) => id === deskId);
  if (saved.reason === "not-found" || theirs === undefined) notFound();
  const record = { kind: "clearance desk", id: deskId, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, valuesOfDesk(theirs)));
}
