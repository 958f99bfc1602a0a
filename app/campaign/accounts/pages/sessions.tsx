import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { listOpenSessions, revokeSessionsOf } from "#app/http/sessions.server.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { AccountHead } from "#app/ui/account-heads.tsx";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import styles from "../accounts.css?url";

export const meta = () => pageTitle("Your sessions");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = signedInPage(async ({ account, database, now, today }) => {
  const sessions = await listOpenSessions(database.read, account.id, now);
  return sessions.map((session) => ({
    id: session.sessionHash,
    isThis: session.sessionHash === account.sessionHash,
    began: formatDayAndTime(new Date(session.createdAt), today, account.zone),
    lastUsed: formatDayAndTime(new Date(session.lastSeenAt), today, account.zone),
  }));
});

const endForm = z.object({ session: z.string().max(64) });

/** A session belongs to its account: the name of anybody else's ends nothing. */
export const action = signedInAction(async ({ account, database, form, now }) => {
  const read = readForm(form, endForm);
  if (!read.ok) notFound();
  const which =
    read.value.session === "others" ? { allBut: account.sessionHash } : { only: read.value.session };
  await revokeSessionsOf(database, account.id, which, now);
  return redirect("/account/sessions", 303);
});

export default function OwnSessions() {
  const sessions = useLoaderData<typeof loader>();
  return (
    <>
      <AccountHead at="/account/sessions" sub="Your open sessions" />
      <ul className="entries">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <b>Signed in {session.began}</b>
              <br />
              <span className="note">Last used {session.lastUsed}</span>
            </span>
            {session.isThis ? (
              <span className="note">This session</span>
            ) : (
              <ButtonForm label="End session" fields={{ session: session.id }} />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ButtonForm label="End all other sessions" fields={{ session: "others" }} />
      ) : null}
    </>
  );
}
