import { data } from "@remix-run/node";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { afterChange } from "#app/http/save-form.server.ts";
import { previewImport, takeLibrary } from "../import.server.ts";
import type { Library } from "../library.ts";
import { faultInWords, type LibraryFault } from "../library-fault.ts";
import type { LibraryFile } from "../library-file.ts";
import type { ImportChange, ImportConflict } from "../plan-import.ts";

/** What the page shows about files that somebody wants to import; nothing is written yet. */
export type ShownImport = {
  errors: Readonly<Record<string, string>>;
  /** What is wrong with the files, as FILE:LINE: reason. */
  faults: readonly string[];
  conflicts: readonly ImportConflict[];
  changes: readonly ImportChange[];
  /** The files and the name of the changes, to be confirmed; null while there is nothing to confirm. */
  confirm: { library: string; shown: string } | null;
};

const NOTHING: ShownImport = { errors: {}, faults: [], conflicts: [], changes: [], confirm: null };

type Arrival = CampaignArrival & Sent;

/** Shows what the uploaded files would change, or writes what was shown and confirmed. */
export async function answerLibrary(arrival: Arrival) {
  const { form } = arrival;
  const shown = form.get("shown");
  const library = form.get("library");
  const isConfirmed = typeof shown === "string" && typeof library === "string";
  const asked = isConfirmed
    ? { packed: library }
    : form.get("from") === "shipped"
      ? { shipped: true as const }
      : { uploads: await uploadsIn(form) };
  const read = await arrival.context.files.read("library", asked);
  if (!read.ok) return answer({ errors: { files: read.sentence } }, 400);
  if (read.faults !== null) return refuse(read.faults);
  return isConfirmed ? take(arrival, read, shown) : show(arrival, read, {});
}

async function uploadsIn(form: FormData): Promise<LibraryFile[]> {
  const files = form.getAll("files").filter((file) => file instanceof File);
  return Promise.all(
    files
      .filter(({ size }) => size > 0)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

type Brought = { library: Library; packed: string };

async function show(
  { database, campaign }: Arrival,
  { library, packed }: Brought,
  errors: ShownImport["errors"],
) {
  const preview = await previewImport(database.read, campaign.id, library);
  if (preview.faults.length > 0) return refuse(preview.faults);
  const { changes, conflicts, name } = preview;
  if (conflicts.length > 0) return answer({ conflicts, changes, errors }, 409);
  const confirm = { library: packed, shown: name };
  return answer({ changes, errors, confirm }, Object.keys(errors).length > 0 ? 409 : 200);
}

async function take(arrival: Arrival, brought: Brought, shown: string) {
  const { database, author, submission, campaign } = arrival;
  const taken = await database.change(author, submission, (change) =>
    takeLibrary(change, campaign.id, brought.library, shown),
  );
  if (taken.ok) return afterChange(taken);
  const sentence =
    taken.reason === "nothing-to-change"
      ? "The files already match the library: there is nothing to import"
      : "The library has been updated since you opened this page. Check the changes again";
  return show(arrival, brought, { "": sentence });
}

function refuse(faults: readonly LibraryFault[]) {
  return answer({ faults: faults.map(faultInWords) }, 400);
}

function answer(given: Partial<ShownImport>, status: number) {
  return data<ShownImport>({ ...NOTHING, ...given }, { status });
}
