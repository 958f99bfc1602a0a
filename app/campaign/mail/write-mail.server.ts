import MailComposer from "nodemailer/lib/mail-composer";
import type { MailSettings } from "#app/http/mail-environment.ts";
import type { ComposedMail } from "./letter.ts";
import { oneLine } from "./one-line.ts";

export type Addressed = {
  id: string;
  to: { name: string; address: string };
  mail: ComposedMail;
  origin: string;
};

/**
 * A letter as bytes: plain text in UTF-8, marked as written by a program (RFC 3834), with the page that ends such
 * mail. Its Message-ID is that of the letter, so that a second copy can be known as one.
 */
export function writeMail({ id, to, mail, origin }: Addressed, { from }: MailSettings): Promise<Buffer> {
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
