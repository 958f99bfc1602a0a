/** A file that could not be read at all, and why: a sentence without its full stop. */
export type Unread = { ok: false; sentence: string };

/**
 * Every kind of file from outside: what is asked of the worker, and what it answers. Each room adds those that it reads, beside
 * its reader: `declare module "#app/http/files/kinds.ts" { interface Kinds { … } }`; the worker calls the readers.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms fill it
export interface Kinds {}

export type Kind = keyof Kinds;

/** What the reader sends to a worker, which reads one at a time. */
export type ToRead = { [Each in Kind]: { kind: Each; asked: Kinds[Each]["asked"] } }[Kind];
