import type { Settings } from "#app/http/environment.ts";
import type { MailState } from "./mail-state.tsx";

/** What a page may know of the mail settings. */
export function mailStateOf({ mail }: Settings): MailState {
  if (mail === null) return null;
  const { host, port, security, from } = mail;
  return { host, port, security, from: from.address };
}
