import { z } from "zod";
import { isLoopback, type MailSettings, readMailSettings } from "./mail-environment.ts";

/** What the installation was told by its environment, once, at its start. */
export type Settings = {
  port: number;
  host: string;
  databasePath: string;
  /** The one address that browsers use, without a path; null on a loopback address without a proxy. */
  origin: string | null;
  logLevel: LogLevel;
  /** The address of the proxy whose X-Forwarded-For is believed; null believes nobody. */
  trustedProxy: string | null;
  /** How mail is sent; null where it is off. */
  mail: MailSettings | null;
};

/** Where the database is when nothing is said; the product makes this folder itself. */
export const DEFAULT_DATABASE_PATH = "data/demarche.sqlite";

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/)
    .default("127.0.0.1"),
  DATABASE_PATH: z
    .string()
    .min(1)
    .refine((path) => !path.includes("\0"))
    .default(DEFAULT_DATABASE_PATH),
  APP_ORIGIN: z
    .string()
    .refine(isOrigin)
    .transform((origin) => new URL(origin).origin)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  TRUSTED_PROXY: z.union([z.ipv4(), z.ipv6()]).optional(),
});

type Variable = keyof z.infer<typeof variables>;

const TAKES: Record<Variable, string> = {
  PORT: "a whole number from 0 to 65535, where 0 means any free port",
  HOST: "the name or address to listen on, like 127.0.0.1",
  DATABASE_PATH: "the path of the database file, like data/demarche.sqlite",
  APP_ORIGIN: "the address that browsers use, without a path, like https://demarche.example",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
  TRUSTED_PROXY: "the IP address of the proxy in front of this server",
};

/** Reads the settings, or answers with one sentence that names the variable and what it takes. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; settings: Settings } | { ok: false; sentence: string } {
  const given = withoutBlanks(environment);
  const read = variables.safeParse(given);
  if (!read.success) {
    return {
      ok: false,
      sentence: read.error.issues.map(sentenceAbout).at(0) ?? "The environment is not valid.",
    };
  }
  const { PORT, HOST, DATABASE_PATH, APP_ORIGIN, LOG_LEVEL, TRUSTED_PROXY } = read.data;
  if (APP_ORIGIN === undefined && !isLoopback(HOST)) {
    return {
      ok: false,
      sentence: `APP_ORIGIN is required when HOST (${HOST}) is not a loopback address: it takes ${TAKES.APP_ORIGIN}.`,
    };
  }
  const post = readMailSettings(given);
  if (!post.ok) return post;
  return {
    ok: true,
    settings: {
      port: PORT,
      host: HOST,
      databasePath: DATABASE_PATH,
      origin: APP_ORIGIN ?? null,
      logLevel: LOG_LEVEL,
      trustedProxy: TRUSTED_PROXY ?? null,
      mail: post.mail,
    },
  };
}

/** An empty variable, as in `PORT= npm start`, counts as one that is not set. */
function withoutBlanks(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}

function sentenceAbout(issue: { path: PropertyKey[] }): string {
  const name = String(issue.path[0]);
  const takes = Object.entries(TAKES).find(([variable]) => variable === name)?.[1] ?? "another value";
  return `${name} takes ${takes}.`;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return false;
  return text.replace(/\/$/, "").toLowerCase() === url.origin.toLowerCase();
}

/** How mail goes out, as a page may show it: never the user or the password. */
export type MailState = { host: string; port: number; security: string; from: string } | null;

/** What a page may know of the mail settings. */
export function mailStateOf({ mail }: Settings): MailState {
  if (mail === null) return null;
  const { host, port, security, from } = mail;
  return { host, port, security, from: from.address };
}
