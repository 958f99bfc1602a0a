import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { listInTurns } from "#db/in-turns.server.ts";
import type { Queries } from "#db/schema.ts";
import { listFramings } from "../framings/framing-list.server.ts";
import { type KeyMessage, listKeyMessages } from "../list.server.ts";
import { listObjections } from "../objections/list.server.ts";
import { listProofPoints } from "../proof-points/list.server.ts";
import { asLibraryProofPoint } from "../proof-points/row.server.ts";
import { listSources } from "../proof-points/sources.server.ts";
import { inOrderOfCodes, type Library, type LibraryFraming, type LibraryMessage } from "./library.ts";
import { type LibraryEntry, libraryEntries } from "./plan-import.ts";

/**
 * The library of a campaign as its files write it: what is in use, and of the sources those that are cited or that
 * stand in the files.
 */
export async function readLibrary(read: Queries, campaignId: string): Promise<Library> {
  const messages = (await listKeyMessages(read, campaignId)).filter((message) => message.retiredAt === null);
  const objections = await listObjections(read, campaignId);
  const proofPoints = await listProofPoints(read, campaignId, { retired: false });
  const agreed = await listAgreedEntries(read, campaignId);
  const kept = new Set([
    ...agreed.filter((entry) => entry.kind === "source").map((entry) => entry.code),
    ...objections.flatMap((objection) => objection.sources),
    ...proofPoints.flatMap((proofPoint) => proofPoint.sources.map((source) => source.code)),
  ]);
  const sources = await listSources(read, campaignId);
  const [proofPointCodes, objectionCodes] = [codesById(proofPoints), codesById(objections)];
  return {
    messages: messages.map((message) => asLibraryMessage(message, proofPointCodes, objectionCodes)),
    framings: await readFramings(read, messages),
    objections: objections.map(
      ({ id: _, clearance: __, retiredAt: ___, version: ____, evidence: _____, ...objection }) => objection,
    ),
    proofPoints: proofPoints.map(asLibraryProofPoint),
    sources: inOrderOfCodes(
      sources.filter((source) => kept.has(source.code)).map(({ id: _, ...source }) => source),
    ),
  };
}

/** The framings in use, by message and audience. */
async function readFramings(read: Queries, messages: readonly KeyMessage[]): Promise<LibraryFraming[]> {
  const ids = messages.map((message) => message.id);
  const framings = (await listFramings(read, ids)).filter((framing) => framing.retiredAt === null);
  return messages.flatMap(({ id, number }) =>
    framings
      .filter((framing) => framing.messageId === id)
      .map(({ audienceName: audience, newest }) => ({ message: number, audience, text: newest.text })),
  );
}

/** A message as its file writes it. */
function asLibraryMessage(
  message: KeyMessage,
  proofPoints: ReadonlyMap<string, string>,
  objections: ReadonlyMap<string, string>,
): LibraryMessage {
  const { number, effectiveFrom, effectiveUntil, newest } = message;
  const { title, statement, talkingPoint, avoid, note } = newest;
  return {
    number,
    title,
    statement,
    talkingPoint,
    avoid,
    note,
    effectiveFrom,
    effectiveUntil,
    proofPoints: message.proofPointIds.flatMap((id) => proofPoints.get(id) ?? []),
    objections: message.objectionIds.flatMap((id) => objections.get(id) ?? []),
  };
}

function codesById(among: readonly { id: string; code: string }[]): ReadonlyMap<string, string> {
  return new Map(among.map(({ id, code }) => [id, code]));
}

/** What files and product both said at the last import or export. */
export async function listAgreedEntries(read: Queries, campaignId: string): Promise<LibraryEntry[]> {
  return read
    .selectFrom("library_entry")
    .select(["kind", "code", "canonical_text as text"])
    .where("campaign_id", "=", campaignId)
    .execute();
}

/** Notes what files and product both say from now on, record by record; what neither has is forgotten. */
export async function noteAgreement(change: Change, campaignId: string, library: Library): Promise<void> {
  const present = await change.read
    .selectFrom("library_entry")
    .select(["id", "kind", "code", "canonical_text"])
    .where("campaign_id", "=", campaignId)
    .execute();
  const gone = new Map(present.map((row) => [`${row.kind}/${row.code}`, row]));
  const added: LibraryEntry[] = [];
  for (const entry of await listInTurns(libraryEntries(library))) {
    const name = `${entry.kind}/${entry.code}`;
    const row = gone.get(name);
    gone.delete(name);
    if (row === undefined) added.push(entry);
    else await change.update("library_entry", row.id, { canonical_text: entry.text }, null);
  }
  await change.insertMany(
    "library_entry",
    added.map(({ kind, code, text }) => ({
      id: newId(),
      campaign_id: campaignId,
      kind,
      code,
      canonical_text: text,
    })),
  );
  for (const { id } of gone.values()) await change.remove("library_entry", id);
}

/** Whether the record of the last agreement differs from what the library says now. */
export async function isAgreementStale(
  read: Queries,
  campaignId: string,
  library: Library,
): Promise<boolean> {
  const agreed = await listAgreedEntries(read, campaignId);
  const said = new Map(agreed.map((entry) => [`${entry.kind}/${entry.code}`, entry.text]));
  const entries = await listInTurns(libraryEntries(library));
  return (
    entries.length !== agreed.length ||
    entries.some((entry) => said.get(`${entry.kind}/${entry.code}`) !== entry.text)
  );
}
