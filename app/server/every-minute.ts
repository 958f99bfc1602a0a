import type { Work } from "./clockwork.ts";

/** What the product does by itself, in this order, once a minute. */
export const EVERY_MINUTE: readonly Work[] = [];
