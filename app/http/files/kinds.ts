/** A file that could not be read at all, and why: a sentence without its full stop. */
export type Unread = { ok: false; sentence: string };

/** What a file would end of what stands. */
export type Loss = { file: string; what: string; ended: number; standing: number };

/** Whether so much would end that somebody has to say so: more than a tenth of what stands. */
export function endsTooMuch({ ended, standing }: { ended: number; standing: number }): boolean {
  return ended * 10 > standing;
}

/** A loss in words, without its full stop: "x.json would remove 12 of the 40 members on record, more than a tenth". */
export function lossInWords({ file, what, ended, standing }: Loss): string {
  return `${file} would remove ${ended} of the ${standing} ${what} on record, more than a tenth`;
}

/**
 * Every kind of file from outside: what is asked of the worker, and what it answers. Each room adds those that it reads, beside
 * its reader: `declare module "#app/http/files/kinds.ts" { interface Kinds { … } }`; the worker calls the readers.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms fill it
export interface Kinds {}

export type Kind = keyof Kinds;

/** What the reader sends to a worker, which reads one at a time. */
export type ToRead = { [Each in Kind]: { kind: Each; asked: Kinds[Each]["asked"] } }[Kind];
