import type { MailState } from "#app/http/environment.ts";
import { State } from "./marks.tsx";

const SECURITIES: Readonly<Record<string, string>> = {
  none: "without encryption",
  starttls: "encrypted by STARTTLS",
  tls: "encrypted by TLS",
};

/** Whether mail goes out, and through which server. */
export function MailStateLine({ mail }: { mail: MailState }) {
  if (mail === null)
    return (
      <p>
        <State kind="off">Mail is off</State>
        <br />
        No letter leaves. Everything that waits for somebody stands on the overview all the same. Mail is on
        once SMTP_HOST and MAIL_FROM are set in the environment of the server and it is started again.
      </p>
    );
  return (
    <p>
      <State kind="ok">Mail is on</State>
      <br />
      From {mail.from}, through {mail.host}, port {mail.port}, {SECURITIES[mail.security] ?? mail.security}.
    </p>
  );
}
