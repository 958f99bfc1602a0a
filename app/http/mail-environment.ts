import { readFileSync } from "node:fs";
import { z } from "zod";

const SECURITIES = ["none", "starttls", "tls"] as const;
export type MailSecurity = (typeof SECURITIES)[number];

/** How mail is sent. The password is behind a function, so that it is in no print, log or page. */
export type MailSettings = {
  host: string;
  port: number;
  security: MailSecurity;
  credentials: { user: string; password: () => string } | null;
  from: { name: string; address: string };
};

const PORTS: Record<MailSecurity, number> = { none: 25, starttls: 587, tls: 465 };

/** A name before an address in angle brackets, or the address alone. */
const SENDER = /^(?:(?<name>[^<>"\p{Cc}]{1,100}?)\s*<(?<inner>[^<>\s]+)>|(?<bare>[^<>\s]+))$/u;

const variables = z.object({
  SMTP_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/)
    .optional(),
  SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .optional(),
  SMTP_SECURITY: z.enum(SECURITIES).optional(),
  SMTP_USER: z
    .string()
    .regex(/^\P{Cc}{1,320}$/u)
    .optional(),
  SMTP_PASSWORD: z
    .string()
    .regex(/^\P{Cc}{1,1000}$/u)
    .optional(),
  SMTP_PASSWORD_FILE: z.string().min(1).optional(),
  MAIL_FROM: z
    .string()
    .transform(senderIn)
    .refine((sender) => sender !== null)
    .optional(),
});

type Read = z.infer<typeof variables>;
export type MailVariable = keyof Read;

export const MAIL_TAKES: Record<MailVariable, string> = {
  SMTP_HOST: "the name or address of the mail server, like mail.example",
  SMTP_PORT: "a whole number from 1 to 65535",
  SMTP_SECURITY: `one of ${SECURITIES.join(", ")}`,
  SMTP_USER: "the user name for the mail server, on one line",
  SMTP_PASSWORD: "the password for the mail server, on one line",
  SMTP_PASSWORD_FILE: "the path of a file that contains the password for the mail server, on one line",
  MAIL_FROM: "the address that mail comes from, like Demarche <demarche@mission.example>",
};

type MailRead = { ok: true; mail: MailSettings | null } | { ok: false; sentence: string };

/** Reads how mail is sent; null where SMTP_HOST is not set. What is set by halves is refused in one sentence. */
export function readMailSettings(environment: Readonly<Record<string, string | undefined>>): MailRead {
  const read = variables.safeParse(environment);
  if (!read.success) return refuse(nameOf(read.error.issues[0]?.path[0]), "takes");
  const given = read.data;
  if (given.SMTP_HOST === undefined) return refuseWithoutHost(given);
  if (!given.MAIL_FROM) return refuse("MAIL_FROM", "is required when SMTP_HOST is set: it takes");
  const security = given.SMTP_SECURITY ?? (isLoopback(given.SMTP_HOST) ? "none" : "starttls");
  const credentials = readCredentials(given);
  if (!credentials.ok) return credentials;
  if (credentials.value !== null && security === "none" && !isLoopback(given.SMTP_HOST)) {
    const sentence =
      "SMTP_SECURITY must be starttls or tls when a password is set: without encryption anyone could read the password.";
    return { ok: false, sentence };
  }
  const mail = {
    host: given.SMTP_HOST,
    port: given.SMTP_PORT ?? PORTS[security],
    security,
    credentials: credentials.value,
    from: given.MAIL_FROM,
  };
  return { ok: true, mail };
}

function refuse(name: MailVariable, what: string): { ok: false; sentence: string } {
  return { ok: false, sentence: `${name} ${what} ${MAIL_TAKES[name]}.` };
}

function nameOf(key: PropertyKey | undefined): MailVariable {
  return variables.keyof().safeParse(key).data ?? "SMTP_HOST";
}

function refuseWithoutHost(given: Read): MailRead {
  const [first] = Object.entries(given).filter(([, value]) => value !== undefined);
  if (first === undefined) return { ok: true, mail: null };
  return refuse("SMTP_HOST", `is required when ${first[0]} is set: it takes`);
}

type CredentialsRead = { ok: true; value: MailSettings["credentials"] } | { ok: false; sentence: string };

function readCredentials({ SMTP_USER, SMTP_PASSWORD, SMTP_PASSWORD_FILE }: Read): CredentialsRead {
  if (SMTP_PASSWORD !== undefined && SMTP_PASSWORD_FILE !== undefined)
    return {
      ok: false,
      sentence: "SMTP_PASSWORD and SMTP_PASSWORD_FILE are both set: set only one of them.",
    };
  const isGiven = SMTP_PASSWORD !== undefined || SMTP_PASSWORD_FILE !== undefined;
  if (SMTP_USER === undefined)
    return isGiven
      ? refuse("SMTP_USER", "is required when a password is set: it takes")
      : { ok: true, value: null };
  if (!isGiven)
    return { ok: false, sentence: "SMTP_PASSWORD or SMTP_PASSWORD_FILE is required when SMTP_USER is set." };
  const password = SMTP_PASSWORD ?? passwordIn(SMTP_PASSWORD_FILE ?? "");
  if (password === null) return refuse("SMTP_PASSWORD_FILE", "takes");
  return { ok: true, value: { user: SMTP_USER, password: () => password } };
}

/** The one line that a file holds, without its line end; null where it cannot be read or holds anything else. */
function passwordIn(path: string): string | null {
  try {
    const text = readFileSync(path, "utf8").replace(/\r?\n$/, "");
    return variables.shape.SMTP_PASSWORD.safeParse(text).data ?? null;
  } catch {
    return null;
  }
}

function senderIn(text: string): MailSettings["from"] | null {
  const { name, inner, bare } = SENDER.exec(text.trim())?.groups ?? {};
  const address = z
    .email()
    .max(254)
    .safeParse(inner ?? bare);
  return address.success ? { name: name ?? "Demarche", address: address.data } : null;
}

/** Whether a name or address is this machine and no other. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
