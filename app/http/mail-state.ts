import type { Settings } from "./environment.ts";

/** How mail goes out, as a page may show it: never the user or the password. */
export type MailState = { host: string; port: number; security: string; from: string } | null;

/** What a page may know of the mail settings. */
export function mailStateOf({ mail }: Settings): MailState {
  if (mail === null) return null;
  const { host, port, security, from } = mail;
  return { host, port, security, from: from.address };
}
