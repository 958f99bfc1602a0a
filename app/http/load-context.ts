import type { Logger } from "pino";
import type { Database } from "#db/database.server.ts";
import type { Settings } from "./environment.ts";
import type { FileReader } from "./files/file-reader.ts";
import type { FormKind, FormRead } from "./form-read.ts";

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
