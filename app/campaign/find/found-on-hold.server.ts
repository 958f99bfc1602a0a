import type { Kysely } from "kysely";
import {
  listHoldsOnEvents,
  listHoldsOnMessages,
  listHoldsOnPapers,
} from "#app/campaign/holds/marked-by-holds.server.ts";
import type { Schema } from "#db/schema.ts";
import type { FoundKind, FoundRecord } from "./found-record.ts";

/** Which of the found messages, events and papers a hold marks at `now`, by their ids. */
export async function listFoundOnHold(
  read: Kysely<Schema>,
  found: readonly FoundRecord[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const idsOf = (kind: FoundKind) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  const [messages, events, papers] = await Promise.all([
    listHoldsOnMessages(read, idsOf("key message")),
    listHoldsOnEvents(read, idsOf("outreach event"), now),
    listHoldsOnPapers(read, idsOf("talking points")),
  ]);
  return new Set([...messages.keys(), ...events.keys(), ...papers.keys()]);
}
