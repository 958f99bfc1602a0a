import type { Selectable } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { earliestStartStillOn } from "#app/time/length.ts";
import { type CalendarDate, type Timed, timedIfAny } from "#app/time/wall-time.ts";
import { eachIn } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { isBinding, redLinesOf } from "./instruction.ts";

/** An event or a paper over which an instruction stands; `id` is that of the tie. */
export type InstructionTarget = {
  id: string;
  kind: "event" | "paper";
  recordId: string;
  title: string;
  /** Null of a paper. */
  time: Timed | null;
};

export type Instruction = Awaited<ReturnType<typeof withTargets>>[number];

/** The instructions of a campaign, the newest first. */
export async function listInstructions(read: Queries, campaignId: string): Promise<Instruction[]> {
  const rows = await instructions(read).where("instruction.campaign_id", "=", campaignId).execute();
  return withTargets(read, rows);
}

/** One instruction of a campaign; null where it has none by that id. */
export async function findInstruction(
  read: Queries,
  campaignId: string,
  instructionId: string,
): Promise<Instruction | null> {
  const rows = await instructions(read)
    .where("instruction.campaign_id", "=", campaignId)
    .where("instruction.id", "=", instructionId)
    .execute();
  const [found] = await withTargets(read, rows);
  return found ?? null;
}

/** A paper and its event, or an event without a paper. */
type Subject = { id: string | null; eventId: string | null };

/** The instructions that stand over a paper or its event, the newest first, each once. */
export async function listInstructionsOver(read: Queries, subject: Subject): Promise<Instruction[]> {
  const rows = await instructions(read)
    .where("instruction.id", "in", (eb) =>
      eb
        .selectFrom("instruction_target")
        .select("instruction_id")
        .where((of) =>
          of.or([
            of("talking_points_id", "=", subject.id ?? ""),
            of("outreach_event_id", "=", subject.eventId ?? ""),
          ]),
        ),
    )
    .execute();
  return withTargets(read, rows);
}

/**
 * The red lines that bind a paper on a day: of every instruction that stands over it or over its event and has not
 * expired, whether it is answered or not.
 */
export async function listRedLines(read: Queries, paper: Subject, today: CalendarDate): Promise<RedLine[]> {
  const over = await listInstructionsOver(read, paper);
  return over
    .filter((instruction) => isBinding(instruction, today))
    .flatMap(({ id, campaignId, issuer, reference, redLines }) =>
      redLines.map((text) => ({ text, issuer, reference, place: addressOf.instruction(campaignId, id) })),
    );
}

function instructions(read: Queries) {
  return read
    .selectFrom("instruction")
    .leftJoin("account", "account.id", "instruction.answered_by")
    .selectAll("instruction")
    .select("account.name as answerer")
    .orderBy("instruction.received_on", "desc")
    .orderBy("instruction.id");
}

type Row = Selectable<Schema["instruction"]> & { answerer: string | null };

async function withTargets(read: Queries, rows: readonly Row[]) {
  const targets = await listTargets(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    issuer: row.issuer,
    reference: row.reference,
    text: row.text,
    redLines: redLinesOf(row.red_lines),
    handling: row.handling,
    receivedOn: row.received_on,
    expiresOn: row.expires_on,
    answered:
      row.answered_at === null
        ? null
        : { at: new Date(row.answered_at), by: row.answerer ?? "", answer: row.answer },
    version: row.version,
    targets: targets.filter(({ instructionId }) => instructionId === row.id),
  }));
}

async function listTargets(read: Queries, instructionIds: readonly string[]) {
  const rows = await read
    .selectFrom("instruction_target as target")
    .leftJoin("outreach_event as event", "event.id", "target.outreach_event_id")
    .leftJoin("talking_points as paper", "paper.id", "target.talking_points_id")
    .select(["target.id", "target.instruction_id", "event.id as event_id", "paper.id as paper_id"])
    .select(["event.title as event_title", "paper.title as paper_title"])
    .select(["event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .where("target.instruction_id", "in", eachIn(JSON.stringify(instructionIds)))
    .orderBy("event.starts_at")
    .orderBy("paper.title")
    .orderBy("target.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    instructionId: row.instruction_id,
    kind: row.event_id === null ? ("paper" as const) : ("event" as const),
    recordId: row.event_id ?? row.paper_id ?? "",
    title: row.event_title ?? row.paper_title ?? "",
    time: timedIfAny(row),
  }));
}

const MOST_CHOICES = 100;

type Choice = { id: string; title: string };

/** What an instruction may be let stand over: events to come, the next first, and papers in work; a hundred of each. */
export async function listTargetChoices(
  read: Queries,
  campaignId: string,
  now: Date,
): Promise<{ events: Cut<Choice>; papers: Cut<Choice> }> {
  const events = await read
    .selectFrom("outreach_event")
    .select(["id", "title"])
    .where("campaign_id", "=", campaignId)
    .where("starts_at", ">", earliestStartStillOn(now).toISOString())
    .where("ends_at", ">", now.toISOString())
    .where("schedule", "<>", "cancelled")
    .orderBy("starts_at")
    .orderBy("id")
    .limit(MOST_CHOICES + 1)
    .execute();
  const papers = await read
    .selectFrom("talking_points")
    .select(["id", "title"])
    .where("campaign_id", "=", campaignId)
    .where("stage", "<>", "used")
    .where("retired_at", "is", null)
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .limit(MOST_CHOICES + 1)
    .execute();
  return { events: cut(events, MOST_CHOICES), papers: cut(papers, MOST_CHOICES) };
}

/** One red line of an instruction that stands over a paper or its event; `place` is the instruction's page. */
type RedLine = { text: string; issuer: string; reference: string; place: string };
