import type { MailState } from "#app/http/environment.ts";
import { State } from "./marks.tsx";

const SECURITIES: Readonly<Record<string, string>> = {
  none: "without encryption",
  starttls: "encrypted with STARTTLS",
  tls: "encrypted with TLS",
};

/** Whether mail goes out, and through which server; how to turn it on is told to administrators. */
export function MailStateLine({ mail, howToTurnOn = false }: { mail: MailState; howToTurnOn?: boolean }) {
  if (mail === null)
    return (
      <p>
        <State kind="off">Mail is off</State>
        <br />
        No e-mail is sent. Everything waiting for someone is still shown on the overview.{" "}
        {howToTurnOn
          ? "To turn it on, set SMTP_HOST and MAIL_FROM in the server’s environment and restart the server."
          : "An administrator can turn it on."}
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
