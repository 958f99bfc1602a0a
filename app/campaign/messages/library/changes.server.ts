import type { Change } from "#db/change.server.ts";
import { audienceIdsByName } from "../framings/framing-list.server.ts";
import { findFramingId, saveFraming, setFramingRetired } from "../framings/store.server.ts";
import { findKeyMessage } from "../list.server.ts";
import { objectionIdsByCode, retireObjection, saveObjection } from "../objections/store.server.ts";
import { removeUncitedSource, saveSource, sourceIdsByCode } from "../proof-points/sources.server.ts";
import { proofPointIdsByCode, retireProofPoint, saveProofPoint } from "../proof-points/store.server.ts";
import { saveKeyMessage, setRetired } from "../store.server.ts";
import { framingCode, type Library, type LibraryFraming } from "./library.ts";
import type { ImportChange, LibraryKind } from "./plan-import.ts";

const REASON = "Imported from the library's files";

/** Writes what an import changes: what is cited before what cites it, and what ends last, in the opposite order. */
export async function carryOutImport(
  change: Change,
  campaignId: string,
  changes: readonly ImportChange[],
  files: Library,
): Promise<void> {
  const written = changes.filter(({ after }) => after !== null);
  const isWritten = (kind: LibraryKind, code: string) =>
    written.some((one) => one.kind === kind && one.code === code);
  for (const source of files.sources) {
    if (isWritten("source", source.code)) await saveSource(change, campaignId, source);
  }
  for (const proofPoint of files.proofPoints) {
    if (isWritten("proof point", proofPoint.code)) await saveProofPoint(change, campaignId, proofPoint, null);
  }
  for (const objection of files.objections) {
    if (isWritten("objection", objection.code)) await saveObjection(change, campaignId, objection, null);
  }
  for (const message of files.messages) {
    if (isWritten("key message", String(message.number)))
      await saveKeyMessage(change, campaignId, message, REASON, null);
  }
  for (const framing of files.framings) {
    if (isWritten("framing", framingCode(framing))) await takeFraming(change, campaignId, framing);
  }
  for (const ended of changes.filter(({ after }) => after === null).toReversed())
    await end(change, campaignId, ended);
}

async function takeFraming(change: Change, campaignId: string, framing: LibraryFraming): Promise<void> {
  const message = await findKeyMessage(change.read, campaignId, String(framing.message));
  const audienceId = (await audienceIdsByName(change.read, campaignId)).get(framing.audience);
  if (message === null || audienceId === undefined)
    throw new Error(`The framing "${framingCode(framing)}" has no message or no audience`);
  const to = { messageId: message.id, audienceId };
  await saveFraming(change, to, { text: framing.text, reason: REASON }, null);
}

async function end(change: Change, campaignId: string, { kind, code }: ImportChange): Promise<void> {
  const now = change.author.now.toISOString();
  switch (kind) {
    case "key message": {
      const message = await findKeyMessage(change.read, campaignId, code);
      if (message) await setRetired(change, message.id, now, null);
      return;
    }
    case "framing": {
      const id = await framingNamed(change, campaignId, code);
      if (id) await setFramingRetired(change, id, now, null);
      return;
    }
    case "objection": {
      const id = (await objectionIdsByCode(change.read, campaignId)).get(code);
      if (id) await retireObjection(change, id, now);
      return;
    }
    case "proof point": {
      const id = (await proofPointIdsByCode(change.read, campaignId)).get(code);
      if (id) await retireProofPoint(change, id, now);
      return;
    }
    case "source": {
      const id = (await sourceIdsByCode(change.read, campaignId)).get(code);
      if (id) await removeUncitedSource(change, id);
      return;
    }
  }
}

async function framingNamed(change: Change, campaignId: string, code: string): Promise<string | null> {
  const [number = "", ...audience] = code.split(" ");
  const message = await findKeyMessage(change.read, campaignId, number);
  const audienceId = (await audienceIdsByName(change.read, campaignId)).get(audience.join(" "));
  return message && audienceId ? findFramingId(change.read, message.id, audienceId) : null;
}
