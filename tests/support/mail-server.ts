import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { MailSettings } from "#app/http/mail-environment.ts";
import { atEndOfFile } from "./end-of-file.ts";

/** What the server says to a recipient or a text: takes it, answers by a code, closes the connection, or says nothing. */
export type Answer = "take" | "close" | "silence" | { status: number; words: string };

export type Delivered = { from: string; to: string[]; raw: string; mail: Email; isEncrypted: boolean };

export type MailServer = {
  port: number;
  /** Every text that reached the server, whatever it answered. */
  received: Delivered[];
  /** The texts that it took. */
  taken: Delivered[];
  mail: MailSettings;
  stop(): Promise<void>;
};

type Given = {
  port?: number;
  recipient?: (address: string) => Answer;
  text?: (count: number) => Answer;
  login?: { user: string; pass: string };
  options?: SMTPServerOptions;
};

/** A real mail server on this machine. Unless its options say otherwise it offers STARTTLS with a certificate that nobody trusts. */
export async function startedMailServer(given: Given = {}): Promise<MailServer> {
  const received: Delivered[] = [];
  const taken: Delivered[] = [];
  const server = new SMTPServer({
    logger: false,
    authOptional: given.login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth({ username, password }, _session, callback) {
      if (username === given.login?.user && password === given.login?.pass)
        callback(null, { user: username });
      else callback(Object.assign(new Error("Authentication failed"), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, callback) {
      give(given.recipient?.(address) ?? "take", callback, () => closed(server));
    },
    async onData(stream, session, callback) {
      const raw = await text(stream);
      const delivered = {
        from: session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(({ address }) => address),
        raw,
        mail: await PostalMime.parse(raw),
        isEncrypted: session.secure,
      };
      received.push(delivered);
      const answer = given.text?.(received.length) ?? "take";
      if (answer === "take") taken.push(delivered);
      give(answer, callback, () => {
        for (const connection of server.connections) connection._socket.destroy();
      });
    },
    ...given.options,
  });
  server.on("error", () => undefined);
  atEndOfFile(() => closed(server));
  await once(server.listen(given.port ?? 0, "127.0.0.1"), "listening");
  const { port } = server.server.address() as AddressInfo;
  return { port, received, taken, mail: mailBy(port), stop: () => closed(server) };
}

/** The settings of mail that goes through a port of this machine, without encryption. */
export function mailBy(port: number, given: Partial<MailSettings> = {}): MailSettings {
  const from = { name: "Velvyslanectví", address: "post@mission.example" };
  return { host: "127.0.0.1", port, security: "none", credentials: null, from, ...given };
}

function give(answer: Answer, callback: (fault?: Error | null) => void, close: () => void): void {
  if (answer === "take") callback();
  else if (answer === "close") close();
  else if (answer !== "silence")
    callback(Object.assign(new Error(answer.words), { responseCode: answer.status }));
}

function closed(server: SMTPServer): Promise<void> {
  for (const connection of server.connections) connection._socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
