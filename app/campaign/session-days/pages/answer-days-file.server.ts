import { data } from "@remix-run/node";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { afterChange } from "#app/http/save-form.server.ts";
import { SHIPPED_DAYS } from "../days-file.ts";
import { type ChangedDay, type DaysPlan, isNothing, nameOfPlan } from "../plan-days.ts";
import { CHAMBERS, type Chamber, type SessionDay } from "../session-day.ts";
import { inSpans, type Known, type Spanned } from "../spans.ts";
import { previewSessionDays, takeSessionDays } from "../store.server.ts";
import { daysFaultInWords } from "../table-file.ts";

/** What the page shows about a file that somebody wants to import; nothing is written yet. */
export type ShownDaysFile = {
  errors: Readonly<Record<string, string>>;
  faults: readonly string[];
  remarks: readonly string[];
  /** Null where the file cannot be read; `table` carries it to the confirmation. */
  shown: { plan: ShownPlan; isNothing: boolean; table: string; name: string } | null;
};

type Arrival = CampaignArrival & Sent;
type GivenFile = { name: string; file: Uint8Array | string | { shipped: true } };

/** Shows what an uploaded file would change, or writes what was shown and confirmed. */
export async function answerDaysFile(arrival: Arrival) {
  const { form } = arrival;
  const [table, shown, name] = [form.get("table"), form.get("shown"), form.get("name")];
  if (typeof table === "string" && typeof shown === "string") {
    return showOrTake(arrival, { name: nameOfFile(String(name)), file: table }, shown);
  }
  if (form.get("from") === "shipped")
    return showOrTake(arrival, { name: SHIPPED_DAYS.name, file: { shipped: true } }, null);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) {
    return answer({ errors: { file: "Choose a file with Congress’s calendar" } }, 400);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return showOrTake(arrival, { name: nameOfFile(file.name), file: bytes }, null);
}

async function showOrTake(arrival: Arrival, { name, file }: GivenFile, shownBefore: string | null) {
  const { context, today } = arrival;
  const read = await context.files.read("session days", { file, today });
  if (!read.ok) return answer({ errors: { file: read.sentence } }, 400);
  const { reading, packed } = read;
  if (!reading.ok)
    return answer({ faults: reading.faults.map((fault) => daysFaultInWords(name, fault)) }, 400);
  const brought = { ...reading, name, packed };
  return shownBefore === null ? show(arrival, brought, {}) : take(arrival, brought, shownBefore);
}

type Brought = { name: string; days: SessionDay[]; remarks: string[]; packed: string };

async function show(arrival: Arrival, brought: Brought, errors: ShownDaysFile["errors"]) {
  const { days, remarks, packed, name } = brought;
  const plan = await previewSessionDays(arrival.database.read, { act: "record", days });
  const shown = { plan: shownPlan(plan), isNothing: isNothing(plan, true), table: packed, name };
  return answer({ errors, remarks, shown }, Object.keys(errors).length > 0 ? 409 : 200);
}

async function take(arrival: Arrival, brought: Brought, shown: string) {
  const { form, database, author, submission, campaign } = arrival;
  const { days } = brought;
  const agreement = { shown, mayTouchKnown: true, takesOlder: form.get("older") === "yes", mayEnd: true };
  const taken = await database.change(author, submission, (change) =>
    takeSessionDays(change, { act: "record", days }, agreement, placeOf(campaign.id, days)),
  );
  if (taken.ok) return afterChange(taken);
  const sentence =
    taken.reason === "nothing-to-change"
      ? "What you chose would not change anything"
      : "Congress’s calendar has been updated since you opened this page. Check the changes again";
  return show(arrival, brought, { "": sentence });
}

/** The name of a file as a fault says it. */
function nameOfFile(name: string): string {
  return name.split(/[\\/]/).at(-1)?.slice(0, 120) || "the file";
}

function placeOf(campaignId: string, days: readonly SessionDay[]): string {
  return `${addressOf.sessionDays(campaignId)}?year=${days[0]?.day.slice(0, 4) ?? ""}`;
}

function answer(given: Partial<ShownDaysFile>, status: number) {
  return data<ShownDaysFile>({ errors: {}, faults: [], remarks: [], shown: null, ...given }, { status });
}

/** Days on end of a chamber, what is known of them and what is to be; null where nothing is. */
export type ShownSpan = Spanned<{ chamber: Chamber; from: Known | null; to: Known | null }>;

/** A plan as a page shows it: in spans, with the name by which it is confirmed. */
export type ShownPlan = ReturnType<typeof shownPlan>;

/** The plan in spans of days. */
export function shownPlan(plan: DaysPlan) {
  const coming = (to: SessionDay) => ({ from: null, to });
  const going = (from: SessionDay) => ({ from, to: null });
  return {
    name: nameOfPlan(plan),
    added: spansOfPairs(plan.added.map(coming)),
    changed: spansOfPairs(plan.changed),
    older: spansOfPairs(plan.older),
    cleared: spansOfPairs(plan.cleared.map(going)),
    left: spansOfPairs(plan.left.map(going)),
    same: plan.same,
  };
}

type Pair = ChangedDay | { from: null; to: SessionDay } | { from: SessionDay; to: null };

function spansOfPairs(pairs: readonly Pair[]): ShownSpan[] {
  return CHAMBERS.flatMap((chamber) =>
    inSpans(
      pairs.flatMap(({ from, to }) => {
        const one = to ?? from;
        return one?.chamber === chamber ? [{ day: one.day, said: { chamber, from, to } }] : [];
      }),
      ({ from, to }) => `${words(from)} → ${words(to)}`,
    ),
  );
}

function words(known: Known | null): string {
  return known === null ? "" : `${known.standing} ${known.asOf} ${known.source}`;
}
