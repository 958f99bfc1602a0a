import { data } from "@remix-run/node";
import { readDaysFile } from "#app/domain/session-days/days-file.ts";
import { daysFaultInWords } from "#app/domain/session-days/file-fault.ts";
import { isNothing } from "#app/domain/session-days/plan-days.ts";
import type { SessionDay } from "#app/domain/session-days/session-day.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { afterChange } from "#app/http/form.server.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { previewSessionDays, takeSessionDays } from "#db/queries/session-days.server.ts";
import { carried, nameOfFile, uncarried } from "./days-upload.server.ts";
import { type ShownPlan, shownPlan } from "./shown-plan.server.ts";

/** What the page shows about a file that somebody wants to import; nothing is written yet. */
export type ShownDaysFile = {
  errors: Readonly<Record<string, string>>;
  faults: readonly string[];
  remarks: readonly string[];
  /** Null where the file cannot be read; `table` carries it to the confirmation. */
  shown: { plan: ShownPlan; isNothing: boolean; table: string; name: string } | null;
};

type Arrival = CampaignArrival & Sent;
type GivenFile = { name: string; bytes: Uint8Array };

/** Shows what an uploaded file would change, or writes what was shown and confirmed. */
export async function answerDaysFile(arrival: Arrival) {
  const { form } = arrival;
  const [table, shown, name] = [form.get("table"), form.get("shown"), form.get("name")];
  if (typeof table === "string" && typeof shown === "string") {
    return take(arrival, { name: nameOfFile(String(name)), bytes: uncarried(table) }, shown);
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) {
    return answer({ errors: { file: "Choose a file with days of Congress" } }, 400);
  }
  return show(arrival, { name: nameOfFile(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }, {});
}

function read({ now }: Arrival, { bytes }: GivenFile) {
  return readDaysFile(bytes, dateIn(now, WASHINGTON));
}

async function show(arrival: Arrival, file: GivenFile, errors: ShownDaysFile["errors"]) {
  const reading = read(arrival, file);
  if (!reading.ok) {
    return answer({ faults: reading.faults.map((fault) => daysFaultInWords(file.name, fault)) }, 400);
  }
  const plan = await previewSessionDays(arrival.database.read, { act: "record", days: reading.days });
  const shown = { plan: shownPlan(plan), isNothing: isNothing(plan, true), table: carried(file.bytes) };
  const status = Object.keys(errors).length > 0 ? 409 : 200;
  return answer({ errors, remarks: reading.remarks, shown: { ...shown, name: file.name } }, status);
}

async function take(arrival: Arrival, file: GivenFile, shown: string) {
  const { form, database, author, submission, campaign } = arrival;
  const reading = read(arrival, file);
  if (!reading.ok) return show(arrival, file, {});
  const agreement = { shown, mayTouchKnown: true, takesOlder: form.get("older") === "yes" };
  const taken = await database.change(author, submission, (change) =>
    takeSessionDays(
      change,
      { act: "record", days: reading.days },
      agreement,
      placeOf(campaign.id, reading.days),
    ),
  );
  if (taken.ok) return afterChange(taken);
  const sentence =
    taken.reason === "nothing-to-change"
      ? "Nothing was chosen that changes anything"
      : "Congress’s calendar was changed since these changes were shown. Look at them again";
  return show(arrival, file, { "": sentence });
}

function placeOf(campaignId: string, days: readonly SessionDay[]): string {
  return `/c/${campaignId}/session-days?year=${days[0]?.day.slice(0, 4) ?? ""}`;
}

function answer(given: Partial<ShownDaysFile>, status: number) {
  return data<ShownDaysFile>({ errors: {}, faults: [], remarks: [], shown: null, ...given }, { status });
}
