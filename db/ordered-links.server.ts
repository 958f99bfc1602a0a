import type { Change } from "./change.server.ts";
import { newId } from "./identifier.server.ts";

/** The tables whose rows tie a record to others in an order. */
type LinkTable =
  | "message_objection"
  | "message_proof_point"
  | "objection_proof_point"
  | "objection_source"
  | "proof_point_source"
  | "talking_points_footnote";

/** The links as they stand, how the file that owns their table puts in a new one, and to what they are to lead. */
export type OrderedLinks = {
  present: readonly { id: string; target: string; position: number }[];
  insert(target: string, link: { id: string; position: number }): Promise<void>;
  targets: readonly string[];
};

/** Makes the links lead to exactly `targets`, in their order; a link that is right already is left alone. */
export async function replaceOrderedLinks(
  change: Change,
  table: LinkTable,
  { present, insert, targets }: OrderedLinks,
): Promise<void> {
  for (const link of present) if (!targets.includes(link.target)) await change.remove(table, link.id);
  for (const [position, target] of targets.entries()) {
    const link = present.find((one) => one.target === target);
    if (link === undefined) await insert(target, { id: newId(), position });
    else if (link.position !== position) await change.update(table, link.id, { position }, null);
  }
}
