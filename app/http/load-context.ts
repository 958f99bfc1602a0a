import type { Logger } from "pino";
import type { Database } from "#db/database.server.ts";
import type { Settings } from "./environment.ts";
import type { FileReader } from "./files/file-reader.ts";

declare module "@remix-run/server-runtime" {
  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    database: Database;
    settings: Settings;
    now: () => Date;
    log: Logger;
    /** Reads files from outside, in workers with limits. */
    files: FileReader;
    /** The app's origin as this request addressed it. */
    origin: string;
    clientAddress: string;
    /** Reads the form that the request brings, once and bounded; nothing of it is read before it is asked for. */
    receiveForm: (kind: FormKind) => Promise<FormRead>;
    /** Names this request in the log and on the page that tells of a fault. */
    reference: string;
  }
}

/** Why a form was not read: a status and a sentence. */
export type FormRefusal = { status: number; sentence: string };

export type FormRead = { ok: true; form: FormData } | { ok: false; refusal: FormRefusal };

/**
 * How a form is read: as one of somebody who may send it, the same with files, or as one of nobody (without a session),
 * of which no file is read and nothing over 1 MB.
 */
export type FormKind = "form" | "form with files" | "form of nobody";

/** What a piece of work is given: the database, the settings of the environment, and the time. */
export type WorkParts = { database: Database; settings: Settings; now: Date };

/** Work that nobody asks for: it looks for what is due and does it. Found nothing to do, it writes nothing. */
export type Work = { name: string; run(parts: WorkParts): Promise<void> };
