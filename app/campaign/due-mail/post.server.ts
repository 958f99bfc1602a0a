import MailComposer from "nodemailer/lib/mail-composer";
import type { Logger } from "pino";
import { type ComposedMail, oneLine } from "#app/campaign/mail/letter.ts";
import {
  type AttemptOutcome,
  type ClaimedLetter,
  claimLetter,
  markHandedOver,
  recordAttempt,
} from "#app/campaign/mail/store.server.ts";
import { faultForTheLog } from "#app/http/fault.ts";
import type { MailSettings } from "#app/http/mail-environment.ts";
import type { Database } from "#db/database.server.ts";
import { deliver, MAIL_PATIENCE, type MailPatience } from "./deliver.server.ts";
import { consequenceOf, explainFault, type Fault, nextTry } from "./delivery-fault.ts";
import { prepareLetter } from "./prepare-letter.server.ts";

/** The one sender of the process. */
export type Post = {
  /** Looks at once for letters that are due. */
  nudge(): void;
  /** Takes no further letter and finishes the one in hand. */
  stop(): Promise<void>;
};

export type PostParts = {
  database: Database;
  mail: MailSettings;
  /** The address that browsers use, for the links. */
  origin: string;
  log: Logger;
  now: () => Date;
};

const LOOK_EVERY_MS = 15_000;
/** An attempt is broken off after this long; its claim lasts longer, so that no other process takes it up meanwhile. */
const LONGEST_ATTEMPT_MS = 5 * 60_000;
const CLAIMED_FOR_MS = 6 * 60_000;
/** The letter in hand gets this long at a stop, which as a whole stays within 10 s. */
const STOPPING_PATIENCE_MS = 6_000;

/** Sends what is due, one letter after the other: now, whenever it is nudged, and every 15 seconds. */
export function startPost(parts: PostParts, patience: MailPatience = MAIL_PATIENCE): Post {
  const stopping = new AbortController();
  let isStopped = false;
  let isWanted = true;
  let round: Promise<void> | null = null;
  const work = async () => {
    while (isWanted && !isStopped) {
      isWanted = false;
      await sendAllDue(parts, { patience, signal: stopping.signal, isStopped: () => isStopped });
    }
  };
  const nudge = () => {
    isWanted = true;
    round ??= work()
      .catch((fault: unknown) => parts.log.error({ work: "mail", ...faultForTheLog(fault) }))
      .finally(() => {
        round = null;
      });
  };
  const timer = setInterval(nudge, LOOK_EVERY_MS);
  timer.unref();
  nudge();
  return {
    nudge,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      const cut = setTimeout(() => stopping.abort(), STOPPING_PATIENCE_MS);
      await round;
      clearTimeout(cut);
    },
  };
}

type Round = { patience: MailPatience; signal: AbortSignal; isStopped: () => boolean };

/** Until nothing is due; a server that cannot be talked to ends the round, since the next letter would fare alike. */
async function sendAllDue(parts: PostParts, round: Round): Promise<void> {
  while (!round.isStopped()) {
    const now = parts.now();
    const letter = await claimLetter(parts.database, now, new Date(now.getTime() + CLAIMED_FOR_MS));
    if (letter === null) return;
    const { outcome, fault } = await attempt(parts, letter, round);
    await recordAttempt(parts.database, letter, outcome, parts.now());
    const { code = null, command = null, reply = null } = fault ?? {};
    parts.log.info({
      mail: letter.id,
      kind: letter.kind,
      outcome: outcome.is,
      code,
      command,
      status: reply?.status ?? null,
    });
    if (fault !== null && fault.reply === null) return;
  }
}

type Attempt = { outcome: AttemptOutcome; fault: Fault | null };

async function attempt(parts: PostParts, letter: ClaimedLetter, round: Round): Promise<Attempt> {
  const { database, mail, origin, now } = parts;
  const prepared = await prepareLetter(database, letter, { origin, now: now() });
  if (!prepared.ok) return { outcome: { is: "dropped", why: prepared.why }, fault: null };
  const message = await writeMail({ id: letter.id, to: prepared.to, mail: prepared.mail, origin }, mail);
  const handover = {
    to: prepared.to.address,
    message,
    beforeText: () => markHandedOver(database, letter, now()),
    signal: AbortSignal.any([round.signal, AbortSignal.timeout(LONGEST_ATTEMPT_MS)]),
  };
  const delivery = await deliver(mail, handover, round.patience);
  if (delivery.ok) return { outcome: { is: "sent" }, fault: null };
  return { outcome: afterFault(delivery.fault, letter, now()), fault: delivery.fault };
}

function afterFault(fault: Fault, { attempts, queuedAt }: ClaimedLetter, now: Date): AttemptOutcome {
  const words = explainFault(fault);
  const consequence = consequenceOf(fault);
  if (consequence === "not known") return { is: "not known", fault: words };
  const next = consequence === "give up" ? null : nextTry(attempts, queuedAt, now);
  return next === null ? { is: "given up", fault: words } : { is: "put off", until: next, fault: words };
}

type Addressed = {
  id: string;
  to: { name: string; address: string };
  mail: ComposedMail;
  origin: string;
};

/**
 * A letter as bytes: plain text in UTF-8, marked as written by a program (RFC 3834), with the page that ends such
 * mail. Its Message-ID is that of the letter, so that a second copy can be known as one.
 */
function writeMail({ id, to, mail, origin }: Addressed, { from }: MailSettings): Promise<Buffer> {
  const composed = new MailComposer({
    from,
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(mail.subject),
    text: mail.text,
    messageId: `<${id}@${from.address.split("@").at(-1)}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Unsubscribe": `<${origin}/account/mail>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "\r\n",
  });
  return composed.compile().build();
}
