import { data } from "@remix-run/node";
import type { PublicRecords, RefreshOf } from "#app/campaign/organisations/public-list.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { afterChange } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { congressFileNames, SHIPPED_LIST } from "../congress-files.ts";
import {
  type CongressPlan,
  countsOf,
  findLatestDayOfList,
  type ImportCounts,
  isNothing,
  previewCongress,
  takeCongress,
} from "../store.server.ts";

/** What the page shows about a list that somebody wants to read in; nothing is written yet. */
export type ShownCongress = {
  errors: Readonly<Record<string, string>>;
  fault: string | null;
  remarks: readonly string[];
  shown: {
    counts: ImportCounts;
    named: readonly Named[];
    losses: CongressPlan["losses"];
    isNothing: boolean;
    /** Confirms exactly these changes; `from` and `packed` say again what they are read from. */
    confirm: { shown: string; from: "shipped" | "files"; packed: string };
  } | null;
};

/** Members and committees that come, change or end, the first of each; `more` is how many are not named. */
export type Named = { title: string; names: readonly string[]; more: number };

type Arrival = CampaignArrival & Sent;
type Brought = {
  from: "shipped" | "files";
  packed: string;
  records: PublicRecords;
  remarks: readonly string[];
  day: CalendarDate;
};

/** Shows what the list that ships, or uploaded files, would change, or takes in what was shown and confirmed. */
export async function answerCongress(arrival: Arrival) {
  const { form, context, today, database } = arrival;
  const isShipped = form.get("from") === "shipped";
  const shown = form.get("shown");
  const packed = form.get("packed");
  const isConfirmed = typeof shown === "string" && shown !== "";
  if (isShipped) {
    const known = await findLatestDayOfList(database.read);
    if (known !== null && known > SHIPPED_LIST.edition)
      return answer({ errors: { "": laterKnown(known, today) } }, 409);
  }
  const asked = isShipped
    ? { shipped: true as const }
    : isConfirmed
      ? { packed: typeof packed === "string" ? packed : "" }
      : { uploads: await uploadsIn(form) };
  const read = await context.files.read("congress", asked);
  if (!read.ok) return answer({ errors: { files: read.sentence } }, 400);
  if (!read.reading.ok) return answer({ fault: read.reading.fault }, 400);
  const brought: Brought = {
    from: isShipped ? "shipped" : "files",
    packed: read.packed,
    ...read.reading,
    day: isShipped ? SHIPPED_LIST.edition : today,
  };
  return isConfirmed ? take(arrival, brought, shown) : show(arrival, brought, {});
}

function laterKnown(day: CalendarDate, today: CalendarDate): string {
  return `The list here, dated ${formatDay(day, today)}, is more recent than the one that comes with Demarche, dated ${formatDay(SHIPPED_LIST.edition, today)}`;
}

async function uploadsIn(form: FormData) {
  const files = form.getAll("files").filter((file) => file instanceof File);
  return Promise.all(
    files
      .filter(({ size }) => size > 0)
      .map(async (file) => ({
        name: file.name.split(/[\\/]/).at(-1)?.slice(0, 120) ?? "",
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
  );
}

async function show({ database }: Arrival, brought: Brought, errors: ShownCongress["errors"]) {
  const { records, remarks, from, packed, day } = brought;
  const plan = await previewCongress(database.read, records, day);
  const shown = {
    counts: countsOf(plan.refresh),
    named: namedIn(plan),
    losses: plan.losses,
    isNothing: isNothing(plan.refresh),
    confirm: { shown: plan.name, from, packed },
  };
  return answer({ errors, remarks, shown }, Object.keys(errors).length > 0 ? 409 : 200);
}

async function take(arrival: Arrival, brought: Brought, shown: string) {
  const { database, author, submission, campaign, form } = arrival;
  const names: readonly string[] = Object.values(congressFileNames);
  const mayEnd = form
    .getAll("mayEnd")
    .flatMap((name) => (names.includes(String(name)) ? [String(name)] : []));
  const location = `${addressOf.contacts(campaign.id)}?show=public+list`;
  const taken = await database.change(author, submission, (change) =>
    takeCongress(change, brought.records, { day: brought.day, mayEnd, shown, location }),
  );
  if (taken.ok) return afterChange(taken);
  switch (taken.reason) {
    case "changed-since-shown":
      return show(arrival, brought, {
        "": "The list of Congress has been updated since you opened this page. Check the changes again",
      });
    case "nothing-to-change":
      return show(arrival, brought, {
        "": "This list is the same as the one already imported, so there is nothing to change",
      });
    case "ends-too-much":
      return show(arrival, brought, { mayEnd: "Confirm each file that removes over a tenth of the records" });
  }
}

const MOST_NAMED = 30;

function namedIn({ refresh: { organisations, contacts } }: CongressPlan): Named[] {
  const of = <T extends { name: string }>(what: string, { added, changed, ended }: RefreshOf<T>) => [
    named(
      `${what} no longer on the list`,
      ended.map(({ record }) => record.name),
    ),
    named(
      `New ${what.toLowerCase()}`,
      added.map(({ name }) => name),
    ),
    named(
      `${what} with a changed record`,
      changed.map(({ incoming }) => incoming.name),
    ),
  ];
  return [...of("Members", contacts), ...of("Committees", organisations)].filter(
    ({ names }) => names.length > 0,
  );
}

function named(title: string, all: readonly string[]): Named {
  const names = all.slice(0, MOST_NAMED);
  return { title: `${title} (${all.length})`, names, more: all.length - names.length };
}

function answer(given: Partial<ShownCongress>, status: number) {
  return data<ShownCongress>({ errors: {}, fault: null, remarks: [], shown: null, ...given }, { status });
}
