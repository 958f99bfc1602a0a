import { startProcess } from "../separate-process.ts";
import type { Kind, Kinds, Unread } from "./kinds.ts";

/** Reads files that come from outside, away from the requests of others, in bounded time and memory. */
export type FileReader = {
  read<Each extends Kind>(kind: Each, asked: Kinds[Each]["asked"]): Promise<Kinds[Each]["read"] | Unread>;
  /** Ends every worker; what is being read is given up. */
  close(): Promise<void>;
};

/**
 * Times in milliseconds, memory in megabytes. What a file costs is bounded by counting: its bytes, packed and unpacked, its
 * records, the steps of its rules. Time is the last resort, far beyond what a file within those bounds takes.
 */
export const READER_LIMITS = {
  reading: 60_000,
  starting: 15_000,
  idle: 30_000,
  oldMemory: 128,
  youngMemory: 32,
  atOnce: 2,
  waiting: 4,
};

/** For the command line, which reads the public lists of Congress: 50 MB of JSON each. */
export const LISTS_LIMITS = { ...READER_LIMITS, reading: 120_000, oldMemory: 1_536 };

const WORKER = new URL("../../server/files-worker.ts", import.meta.url);

const BUSY = "Other files are being read at the moment. Try again in a few seconds";
const CLOSED = "Demarche is shutting down, so the file was not read. Try again in a few minutes";
const FAILED = "This file could not be read to the end. Nothing was imported: check the file and try again";
const TOO_MUCH =
  "This file needs more memory than is allowed, so it was not read. Nothing was imported: send only part of it";

/** What is asked of a worker; a worker reads one file at a time. */
type Task = { kind: Kind; asked: Kinds[Kind]["asked"]; answer(read: unknown): void };

/**
 * A reader with at most two workers. A worker that takes too long, or too much memory, is ended with what it was reading; one
 * that was done waits half a minute for the next file. Four files may wait; more are told to come back.
 */
export function fileReader(limits = READER_LIMITS): FileReader {
  const waiting: Task[] = [];
  const places = new Set<Place>();
  let isClosed = false;
  const next = (): void => {
    const task = waiting[0];
    if (task === undefined || isClosed) return;
    const free = [...places].find(({ isBusy }) => !isBusy()) ?? newPlace();
    if (free === null) return;
    waiting.shift();
    free.take(task);
  };
  const newPlace = (): Place | null => {
    if (places.size >= limits.atOnce) return null;
    const place = workplace(limits, {
      free: next,
      gone: () => {
        places.delete(place);
        next();
      },
    });
    places.add(place);
    return place;
  };
  return {
    read(kind, asked) {
      if (isClosed) return Promise.resolve({ ok: false, sentence: CLOSED });
      if (waiting.length >= limits.waiting) return Promise.resolve({ ok: false, sentence: BUSY });
      return new Promise((answer) => {
        waiting.push({ kind, asked, answer });
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const task of waiting.splice(0)) task.answer({ ok: false, sentence: CLOSED });
      await Promise.all([...places].map((place) => place.end()));
    },
  };
}

type Place = { isBusy(): boolean; take(task: Task): void; end(): Promise<void> };
type Told = { free(): void; gone(): void };

function workplace(limits: typeof READER_LIMITS, told: Told): Place {
  let task: Task | null = null;
  let isReady = false;
  let timer: NodeJS.Timeout | null = null;
  const alarm = (after: number, ring: () => void) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(ring, after);
  };
  const giveUp = (sentence: string) => {
    const given = task;
    task = null;
    if (timer !== null) clearTimeout(timer);
    const ended = child.end();
    told.gone();
    given?.answer({ ok: false, sentence });
    return ended;
  };
  const start = () => {
    if (task === null || !isReady) return;
    alarm(limits.reading, () => giveUp(tooLong(limits.reading)));
    const { kind, asked } = task;
    child.ask({ kind, asked });
  };
  const child = startProcess<Omit<Task, "answer">, { read: Kinds[Kind]["read"] | null }>(WORKER, limits, {
    told({ read }) {
      isReady = true;
      if (read === null) return start();
      const done = task;
      task = null;
      child.isAwaited(false);
      alarm(limits.idle, () => giveUp(CLOSED));
      timer?.unref();
      done?.answer(read);
      told.free();
    },
    lost: (why) => void giveUp(why === "out of memory" ? TOO_MUCH : FAILED),
  });
  return {
    isBusy: () => task !== null,
    take(given) {
      task = given;
      child.isAwaited(true);
      if (isReady) start();
      else alarm(limits.starting, () => giveUp(FAILED));
    },
    end: () => giveUp(CLOSED),
  };
}

function tooLong(milliseconds: number): string {
  return `Reading took longer than ${milliseconds / 1_000} seconds and was stopped, so nothing was imported; try again, and if the file can be split, send it in parts`;
}
