import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { data } from "@remix-run/node";
import { type EventKind, isEventKind } from "#app/campaign/outreach-events/kind.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { afterChange } from "#app/http/save-form.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Difference } from "../calendar-entry.ts";
import { type ImportPreview, previewCalendarImport, takeCalendar } from "../import.server.ts";
import { fateInWords, type ImportCounts, whatInWords } from "../import-in-words.ts";
import type { ImportStep } from "../plan-import.ts";
import type { CalendarReading, NotTaken, Remark } from "../reading/calendar-reading.ts";

/** What the page shows of a file that somebody wants to import; nothing is written yet. */
export type ShownCalendar = {
  errors: Readonly<Record<string, string>>;
  preview: {
    counts: ImportCounts;
    steps: readonly ShownStep[];
    notTaken: readonly NotTaken[];
    notTakenMore: number;
    remarks: readonly Remark[];
    gone: readonly { title: string; startsAt: string }[];
    asksForClock: boolean;
    confirm: Confirm;
  } | null;
};

/** What the form sends back: the lines that were read, the name of what was shown, and what was chosen. */
type Confirm = { kept: string; shown: string; clock: Clock; kind: EventKind };

/** Whose clock times without a zone are on. */
export type Clock = "" | "washington" | "home";

type Arrival = CampaignArrival & Sent;

/** Shows what an uploaded file would change, or writes what was shown and confirmed. */
export async function answerCalendarImport(arrival: Arrival) {
  const { form } = arrival;
  const file = await fileIn(form);
  if (file === null) return answer({ file: "Choose a calendar file (.ics)" }, null, 400);
  const { campaign, home, context } = arrival;
  const clock = clockIn(form);
  const reading = await context.files.read("calendar", {
    ...file,
    options: {
      clock: clock === "washington" ? WASHINGTON : clock === "home" ? home.homeZone : null,
      homeZone: home.homeZone,
      firstDay: campaign.startsOn,
      lastDay: campaign.endsOn,
    },
  });
  if (!reading.ok) return answer({ file: reading.sentence }, null, 400);
  const isConfirmed = form.get("act") === "import";
  return isConfirmed ? take(arrival, reading) : show(arrival, reading, {});
}

/** What was shown and waited to be confirmed, or a new file. */
async function fileIn(form: FormData): Promise<{ bytes: Uint8Array; isPacked: boolean } | null> {
  const kept = form.get("kept");
  if (typeof kept === "string") return { bytes: Buffer.from(kept, "base64url"), isPacked: true };
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return null;
  return { bytes: new Uint8Array(await file.arrayBuffer()), isPacked: false };
}

function clockIn(form: FormData): Clock {
  const clock = form.get("clock");
  return clock === "washington" || clock === "home" ? clock : "";
}

function kindIn(form: FormData): EventKind {
  const kind = form.get("kind");
  return typeof kind === "string" && isEventKind(kind) ? kind : "internal";
}

async function show(arrival: Arrival, reading: CalendarReading, errors: ShownCalendar["errors"]) {
  const { database, campaign, now } = arrival;
  const preview = await previewCalendarImport(database.read, campaign.id, reading, now);
  return answer(
    errors,
    await shown(arrival.form, reading, preview),
    Object.keys(errors).length > 0 ? 409 : 200,
  );
}

async function shown(
  form: FormData,
  reading: CalendarReading,
  { steps, counts, gone, name }: ImportPreview,
): Promise<ShownCalendar["preview"]> {
  const { notTaken, notTakenMore, remarks, asksForClock, kept } = reading;
  return {
    counts,
    steps: shownSteps(steps),
    notTaken: [
      ...notTaken,
      ...steps.flatMap((step) =>
        step.kind === "refused" ? [{ line: step.line, title: step.title, reason: step.reason }] : [],
      ),
    ],
    notTakenMore,
    remarks,
    gone,
    asksForClock,
    confirm: { kept: await packCalendar(kept), shown: name, clock: clockIn(form), kind: kindIn(form) },
  };
}

async function take(arrival: Arrival, reading: CalendarReading) {
  const { database, author, submission, campaign, form, account, now } = arrival;
  const as = {
    campaignId: campaign.id,
    kind: kindIn(form),
    handling: campaign.handling,
    ownerAccountId: account.id,
    now,
  };
  const chosen = {
    shown: String(form.get("shown") ?? ""),
    takeFile: new Set(form.getAll("takeFile").map(String)),
    mayEnd: true,
  };
  const taken = await database.change(author, submission, (change) =>
    takeCalendar(change, reading, as, chosen),
  );
  if (taken.ok) return afterChange(taken);
  const sentence =
    taken.reason === "nothing-to-change"
      ? "There is nothing to import: the file would change nothing here"
      : "The calendar has changed since this was shown. Check it again";
  return show(arrival, reading, { "": sentence });
}

function answer(errors: ShownCalendar["errors"], preview: ShownCalendar["preview"], status: number) {
  return data<ShownCalendar>({ errors, preview }, { status });
}

const pack = promisify(deflateRaw);

/** The lines of a calendar that were read, as a field of the form that waits to be confirmed. */
async function packCalendar(kept: string): Promise<string> {
  return (await pack(Buffer.from(kept))).toString("base64url");
}

/** A row of the preview: what happens to one event, or to a series that comes in whole. */
export type ShownStep = {
  key: string;
  line: number;
  title: string;
  kind: ImportStep["kind"];
  fate: string;
  what: string;
  /** Field by field, where something differs. */
  differences: readonly Difference[];
};

/** The rows of the preview. What is the same is counted, and what is refused stands in a list of its own. */
function shownSteps(steps: readonly ImportStep[]): ShownStep[] {
  return steps
    .filter(({ kind }) => kind !== "same" && kind !== "refused")
    .map((step) => {
      const differences = "differences" in step ? step.differences : [];
      return {
        key: step.key,
        line: step.line,
        title: step.title,
        kind: step.kind,
        fate: fateInWords(step.kind),
        what: differences.length > 0 ? "" : whatInWords(step),
        differences,
      };
    });
}
