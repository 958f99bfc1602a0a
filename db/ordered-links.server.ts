/** The rows that tie a record to others in an order, as the file that owns their table reads and writes them. */
export type OrderedLinks = {
  list(): Promise<readonly { id: string; target: string; position: number }[]>;
  insert(target: string, position: number): Promise<void>;
  move(id: string, position: number): Promise<unknown>;
  remove(id: string): Promise<void>;
};

/** Makes the links lead to exactly `targets`, in their order; a link that is right already is left alone. */
export async function replaceOrderedLinks(links: OrderedLinks, targets: readonly string[]): Promise<void> {
  const present = await links.list();
  for (const link of present) if (!targets.includes(link.target)) await links.remove(link.id);
  for (const [position, target] of targets.entries()) {
    const link = present.find((one) => one.target === target);
    if (link === undefined) await links.insert(target, position);
    else if (link.position !== position) await links.move(link.id, position);
  }
}
