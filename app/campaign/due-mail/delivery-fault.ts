/** What went wrong with one attempt, as the post saw it. */
export type Fault = {
  /** Nodemailer's code: ECONNECTION, ETIMEDOUT, ETLS, EAUTH, EENVELOPE, EMESSAGE and others. */
  code: string;
  /** The SMTP command that was being answered, like "RCPT TO". */
  command: string;
  /** The server's reply: three digits and its words; null where there was none. */
  reply: { status: number; words: string } | null;
  /** Whether the text of the letter had gone to the server. */
  isHandedOver: boolean;
};

/** What follows from it: another attempt, none because none would help, or none because it may have arrived. */
export type Consequence = "try again" | "give up" | "not known";

/** What the server says of this letter or its addressee, rather than of our settings or of its own state. */
const FINAL_COMMANDS: readonly string[] = ["RCPT TO", "DATA"];

/**
 * What follows from a failed attempt. A permanent refusal (5xx) of the addressee or of the letter is final; one of the
 * sign-in or of the sender is for the administrator to mend, and is tried again like everything temporary (4xx, no
 * connection, no encryption). A server that closes the connection before its answer has not taken the letter. One that
 * never answers the text may have taken it: nobody knows, and a second copy is worse than a look by the administrator,
 * since what waits stands in the product as well. Source: RFC 5321, sections 4.2.1 and 4.5.4.1.
 */
export function consequenceOf({ code, command, reply, isHandedOver }: Fault): Consequence {
  if (reply !== null && reply.status >= 500)
    return FINAL_COMMANDS.includes(command) ? "give up" : "try again";
  if (reply !== null) return "try again";
  if (code === "EENVELOPE") return "give up";
  return isHandedOver && (code === "ETIMEDOUT" || code === "EABORT") ? "not known" : "try again";
}

/** A fault in one sentence, for the administrator: it quotes the server, so it may name the addressee. */
export function explainFault({ code, reply, isHandedOver }: Fault): string {
  if (reply !== null) return `The mail server answered ${reply.words}`;
  switch (code) {
    case "ETLS":
      return "The connection to the mail server could not be encrypted, or the server’s certificate is not trusted.";
    case "EAUTH":
      return "The mail server refused the sign-in.";
    case "EDNS":
      return "The name of the mail server was not found.";
    case "ETIMEDOUT":
      return isHandedOver
        ? "The mail server did not confirm the e-mail: it may or may not have arrived."
        : "The mail server did not answer in time.";
    case "EENVELOPE":
      return "No e-mail can be sent to this address.";
    case "EABORT":
      return isHandedOver
        ? "Demarche stopped before the mail server answered: the e-mail may or may not have arrived."
        : "Demarche stopped before the e-mail was sent.";
    default:
      return "The connection to the mail server failed.";
  }
}

const MINUTE = 60_000;
const PAUSES = [1, 2, 5, 15, 60] as const;
const HOURLY = 60;

/** A letter is tried for this long after it was queued. */
export const TRIED_FOR_MS = 3 * 24 * 60 * MINUTE;

/**
 * When a letter is tried again that could not be sent: after 1, 2, 5, 15 and 60 minutes, then every hour, until three
 * days after it was queued; null when it is given up. `attempts` counts those made, the one that failed included.
 */
export function nextTry(attempts: number, queuedAt: Date, now: Date): Date | null {
  const pause = PAUSES[attempts - 1] ?? HOURLY;
  const next = new Date(now.getTime() + pause * MINUTE);
  return next.getTime() - queuedAt.getTime() > TRIED_FOR_MS ? null : next;
}
