import { Readable } from "node:stream";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import { oneLine } from "#app/campaign/mail/letter.ts";
import type { MailSecurity, MailSettings } from "#app/http/mail-environment.ts";
import type { Fault } from "./delivery-fault.ts";

/** In milliseconds: to connect and be greeted, and without a word in between. */
export const MAIL_PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
export type MailPatience = typeof MAIL_PATIENCE;

export type Delivery = { ok: true } | { ok: false; fault: Fault };

export type Handover = {
  to: string;
  message: Buffer;
  /** Runs after the server has said that it takes the text, and before the first byte of it goes. */
  beforeText: () => Promise<void>;
  signal: AbortSignal;
};

/** Gives one letter to the mail server and says how that ended. It never throws. */
export async function deliver(
  settings: MailSettings,
  handover: Handover,
  patience: MailPatience = MAIL_PATIENCE,
): Promise<Delivery> {
  const connection = new SMTPConnection({ ...patience, ...connectionTo(settings) });
  let isHandedOver = false;
  async function* text() {
    await handover.beforeText();
    isHandedOver = true;
    yield handover.message;
  }
  const error = await firstError(connection, handover.signal, (failed, sent) => {
    const send = () =>
      connection.send(
        { from: settings.from.address, to: [handover.to], size: handover.message.length },
        Readable.from(text()),
        (fault) => (fault ? failed(fault) : sent()),
      );
    connection.connect((fault) => {
      if (fault) failed(fault);
      else if (settings.credentials === null) send();
      else {
        const { user, password } = settings.credentials;
        connection.login({ user, pass: password() }, (refused) => (refused ? failed(refused) : send()));
      }
    });
  });
  if (error === null) return { ok: true };
  return { ok: false, fault: faultOf(error, isHandedOver) };
}

/** Runs the conversation and closes the connection, whoever ends it; null when the letter was taken. */
function firstError(
  connection: SMTPConnection,
  signal: AbortSignal,
  talk: (failed: (fault: Error) => void, sent: () => void) => void,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const end = (fault: Error | null) => {
      signal.removeEventListener("abort", stop);
      if (fault === null) connection.quit();
      else connection.close();
      resolve(fault);
    };
    const stop = () => end(Object.assign(new Error("Stopped"), { code: "EABORT" }));
    // Stays for what comes after the end: an error that nobody listens for would end the process.
    connection.on("error", end);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop);
    talk(end, () => end(null));
  });
}

const ENCRYPTION: Record<MailSecurity, Pick<SMTPConnectionOptions, "secure" | "requireTLS" | "ignoreTLS">> = {
  none: { secure: false, ignoreTLS: true },
  starttls: { secure: false, requireTLS: true },
  tls: { secure: true },
};

function connectionTo({ host, port, security }: MailSettings): SMTPConnectionOptions {
  return { host, port, ...ENCRYPTION[security], tls: { minVersion: "TLSv1.2" } };
}

/** What Node calls a certificate that it does not trust, or a conversation that is no TLS. */
const ENCRYPTION_FAULT = /CERT|SIGNED|ISSUER|LEAF|^ERR_(TLS|SSL)|^EPROTO$/;

function faultOf(error: Error, isHandedOver: boolean): Fault {
  const cause = "originalCode" in error ? String(error.originalCode) : "";
  const known = "code" in error ? String(error.code) : "";
  const code = ENCRYPTION_FAULT.test(cause) ? "ETLS" : known;
  const command = "command" in error ? String(error.command) : "";
  const status = "responseCode" in error ? Number(error.responseCode) : 0;
  const words = "response" in error && typeof error.response === "string" ? oneLine(error.response) : "";
  return { code, command, reply: status > 0 ? { status, words } : null, isHandedOver };
}
