import { foldText } from "#app/text/search-words.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import { system, unsent } from "../author.ts";

/** Adds an audience as a recorded change and gives its id and the change's. */
export async function addAudience(
  database: Database,
  name: string,
  author: Author = system,
): Promise<{ id: string; changeId: string }> {
  const id = newId();
  const result = await database.change(author, unsent, async (change) => {
    await change.insert("audience", { id, kind: "think tank", name, sort_name: foldText(name) });
    change.describe({
      recordKind: "audience",
      recordId: id,
      action: "added",
      summary: `Added ${name}.`,
      location: `/c/esa/audiences/${id}`,
    });
    return { ok: true };
  });
  return { id, changeId: result.changeId };
}
