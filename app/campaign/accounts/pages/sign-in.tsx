import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { publicAction, publicPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { beginSession, knownDevice, readKept, safePath } from "#app/http/sign-in.server.ts";
import { dayInProse } from "#app/time/format.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { SignInForm } from "#app/ui/sign-in-form.tsx";
import { TwoClocks } from "#app/ui/two-clocks.tsx";
import { isSetUp, readInstallation } from "#db/installation.server.ts";
import type { Queries } from "#db/schema.ts";
import { normaliseEmail } from "../account.ts";
import styles from "../accounts.css?url";
import { isPassword } from "../password-hash.server.ts";
import { countAttempt, forgetAttempt } from "../sign-in-limit.server.ts";
import { findAccountByEmail, listAccounts } from "../store.server.ts";

export const meta = () => pageTitle("Sign in");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = publicPage(async ({ url, context, database, now, today }) => {
  const { homeZone, sampleMadeOn } = await readInstallation(database.read);
  return {
    to: safePath(url.searchParams.get("to")),
    host: new URL(context.origin).host,
    homeZone,
    now: now.toISOString(),
    today: dayInProse(today, today),
    isSetUp: await isSetUp(database.read),
    sample: sampleMadeOn === null ? null : await sampleInWords(database.read),
  };
});

/** Whom a visitor of the demo can sign in as, a line each; an account that somebody added is not told. */
async function sampleInWords(read: Queries): Promise<string> {
  const accounts = (await listAccounts(read)).filter(({ email }) => email.endsWith("@demarche.example"));
  const open = accounts.filter(({ hasPassword, closedAt }) => hasPassword && closedAt === null);
  const lines = open.map(({ email, name, roles }) => `\n${email}: ${name}, ${roles[0]?.role}`);
  return `Sample data. Sign in as one of these; the terminal of the demo shows the password:${lines.join("")}`;
}

const signInForm = z.object({
  email: z.string({ error: "Enter your e-mail address" }).max(300, "Enter your e-mail address"),
  password: z.string({ error: "Enter your password" }).max(4_000, "Enter your password"),
  to: z.string().max(2_000).default("/"),
  kept: z.string().optional(),
});

export const action = publicAction(async ({ request, form, context, database, now }) => {
  const refuse = (errors: Record<string, string>, status: number, headers: Record<string, string> = {}) => {
    const text = (name: string) => String(form.get(name) ?? "");
    return data(
      { email: text("email").slice(0, 300), to: safePath(text("to")), kept: readKept(text("kept")), errors },
      { status, headers },
    );
  };
  const read = readForm(form, signInForm);
  if (!read.ok) return refuse({ ...read.errors }, 400);
  const email = normaliseEmail(read.value.email) ?? read.value.email;
  const account = await findAccountByEmail(database.read, email);
  const device = await knownDevice({ request, context, now }, account?.id ?? null);
  const attempt = { email, address: context.clientAddress, device };
  const counted = await countAttempt(database, attempt);
  if (!counted.ok) {
    return refuse({ "": counted.sentence }, 429, { "Retry-After": String(counted.seconds) });
  }
  const isRight = await isPassword(read.value.password, account?.passwordHash ?? null);
  if (account === null || !isRight) return refuse({ password: "E-mail or password is wrong" }, 400);
  await forgetAttempt(database, attempt);
  const wanted = { to: read.value.to, kept: readKept(read.value.kept) };
  return beginSession({ request, context, now }, account.id, wanted);
});

export default function SignIn() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <main id="main" className="wrap entrance">
      <p className="brandline">Demarche</p>
      <h1 className="entrance-title">Sign in</h1>
      <p className="product-promise">
        Demarche keeps the wording that your capital has cleared, the meetings in which it was used and how it
        was received. It is not for classified information.
      </p>
      <div className="sign-in-columns">
        <div>
          {page.isSetUp ? null : (
            <p className="note">
              This installation has not been set up. Open the one-time link that the server printed when it
              started.
            </p>
          )}
          <SignInForm to={page.to} {...sent} />
        </div>
        <div className="aside">
          {page.sample === null ? null : <p className="sample-accounts">{page.sample}</p>}
          <p>
            <b>You see only the campaigns that you belong to.</b>
          </p>
          <p>
            What you were typing when your session expired will be there when you sign in again on this
            device.
          </p>
          <p>
            This server: {page.host}. <TwoClocks now={new Date(page.now)} homeZone={page.homeZone} />,{" "}
            {page.today}.
          </p>
        </div>
      </div>
    </main>
  );
}
