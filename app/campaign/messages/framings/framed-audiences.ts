import { placeOfEntry } from "../library/entry-place.ts";
import { formatLibrary } from "../library/format-library.ts";
import { framingCode, type Library } from "../library/library.ts";
import type { LibraryFault } from "../library/library-fault.ts";
import type { ImportChange } from "../library/plan-import.ts";

/**
 * Every framing that an import would add for an audience that the campaign does not have, as a fault at its heading:
 * an import never makes up an audience. `known` are the names of the campaign's audiences.
 */
export function unknownAudiences(
  files: Library,
  changes: readonly ImportChange[],
  known: ReadonlySet<string>,
): LibraryFault[] {
  const texts = formatLibrary(files);
  const added = new Set(
    changes.filter(({ kind, before }) => kind === "framing" && before === null).map(({ code }) => code),
  );
  return files.framings
    .filter((framing) => added.has(framingCode(framing)) && !known.has(framing.audience))
    .map((framing) => ({
      ...placeOfEntry(texts, { kind: "framing", code: framingCode(framing) }),
      ...({ reason: "audience-unknown", audience: framing.audience } as const),
    }));
}
