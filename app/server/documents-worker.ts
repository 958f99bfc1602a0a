import { draftCable } from "#app/campaign/correspondence/cable/cable.ts";
import { draftMemorandum } from "#app/campaign/correspondence/meeting/memorandum.ts";
import { draftThankYou } from "#app/campaign/correspondence/meeting/thank-you.ts";
import type { Words } from "#app/campaign/correspondence/words.ts";
import { exportedZip, exportFiles, zipInPieces } from "#app/campaign/export/export-files.ts";
import { storedKinds } from "#app/campaign/export/store.server.ts";
import { formatLibrary, staleReadMe } from "#app/campaign/messages/library/format-library.ts";
import { READ_ME } from "#app/campaign/messages/library/library-kinds.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { freezeReview } from "#app/campaign/reviews/freeze-review.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import type { Asked, ToWrite, Written } from "#app/documents/write-in-worker.ts";
import { answerStarter } from "#app/http/separate-process.ts";
import { openSnapshot } from "#db/reader.server.ts";

/** An export whose next piece nobody fetched for so many milliseconds is given up. */
const LONGEST_PAUSE = 30_000;

type Begun = { pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>; pause: NodeJS.Timeout | null };

const begun = new Map<number, Begun>();

async function answerTo(task: Asked["task"]): Promise<Uint8Array<ArrayBuffer> | null> {
  switch (task.kind) {
    case "document":
      return writeDocument(task.document, task.format, task.making);
    case "library":
      return libraryZip(task);
    case "frozen review":
      return Uint8Array.from(Buffer.from(JSON.stringify(freezeReview(task.content, task.people))));
    case "correspondence":
      return Uint8Array.from(Buffer.from(JSON.stringify(wordsOf(task.draft))));
    case "export":
      begun.set(task.number, { pieces: exported(task), pause: null });
      return nextPiece(task.number);
    case "next piece":
      return nextPiece(task.number);
    case "no more":
      await endExport(task.number);
      return null;
  }
}

/** A draft by its rule, from the records alone. */
function wordsOf(draft: ToWrite["correspondence"]["draft"]): Words {
  switch (draft.what) {
    case "cable":
      return draftCable(draft.records);
    case "memorandum of conversation":
      return draftMemorandum(draft.asked);
    case "thank-you note":
      return draftThankYou(draft.asked);
  }
}

/** The library of a campaign as its files; beside them, what of its evidence is stale. */
async function libraryZip({
  path,
  campaignId,
  today,
  madeAt,
}: ToWrite["library"]): Promise<Uint8Array<ArrayBuffer>> {
  const { read, close } = await openSnapshot(path);
  const library = await readLibrary(read, campaignId).finally(close);
  const stale = staleReadMe(library, today);
  const beside = stale === null ? [] : [{ name: READ_ME, text: stale }];
  return exportedZip([...formatLibrary(library), ...beside], madeAt);
}

async function* exported({
  path,
  today,
  madeAt,
}: ToWrite["export"]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { read, close } = await openSnapshot(path);
  try {
    yield* zipInPieces(exportFiles(await storedKinds(read, today), madeAt), madeAt);
  } finally {
    await close();
  }
}

async function nextPiece(number: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const one = begun.get(number);
  if (one === undefined) throw new Error("This export was given up: its pieces were not fetched in time");
  if (one.pause !== null) clearTimeout(one.pause);
  const { done, value } = await one.pieces.next();
  if (done) {
    begun.delete(number);
    return null;
  }
  one.pause = setTimeout(() => void endExport(number), LONGEST_PAUSE);
  return value;
}

async function endExport(number: number): Promise<void> {
  const one = begun.get(number);
  begun.delete(number);
  if (one === undefined) return;
  if (one.pause !== null) clearTimeout(one.pause);
  await one.pieces.return(undefined);
}

async function write({ number, task }: Asked): Promise<Written> {
  try {
    return { number, ok: true, bytes: await answerTo(task) };
  } catch (fault) {
    const error = fault instanceof Error ? fault : new Error(String(fault));
    // What an error says beside its words, such as the database's code, is lost on its way to another process.
    const said = Object.entries(error).filter(([, value]) => typeof value === "string");
    return { number, ok: false, fault: error, said: Object.fromEntries(said) };
  }
}

answerStarter(async (asked: Asked, tell) => tell(await write(asked)));
