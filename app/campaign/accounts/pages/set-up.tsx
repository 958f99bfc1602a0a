import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { typedValue } from "#app/http/form-values.ts";
import { notFound, publicAction, publicPage } from "#app/http/page.server.ts";
import { refuseForm } from "#app/http/save-form.server.ts";
import { beginSession } from "#app/http/sign-in.server.ts";
import { describeHomeClock, describeNextHoliday, findHomeCapital } from "#app/time/home-capital.ts";
import { ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { isSetUp } from "#db/installation.server.ts";
import styles from "../accounts.css?url";
import { isSetUpLink } from "../set-up-link.server.ts";
import { readSetUpForm, setUpInstallation } from "./set-up-form.server.ts";
import { FirstAdministrator, FirstCampaign, HomeCapital } from "./set-up-sections.tsx";

export const meta = () => pageTitle("Set up");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = publicPage(async ({ params, database, now, today }) => {
  if (await isSetUp(database.read)) throw redirect("/sign-in");
  if (!(await isSetUpLink(database, params.link ?? ""))) notFound();
  const capital = findHomeCapital("Prague");
  if (capital === null) notFound();
  return {
    clock: describeHomeClock(capital, now),
    holiday: describeNextHoliday(capital.country, today),
  };
});

export const action = publicAction(async ({ request, context, params, form, database, now, today }) => {
  if (await isSetUp(database.read)) return redirect("/sign-in", 303);
  if (!(await isSetUpLink(database, params.link ?? ""))) notFound();
  const read = readSetUpForm(form, today);
  if (!read.ok) return refuseForm(form, read.errors);
  const done = await setUpInstallation(database, read.setUp, now);
  if (!done.ok) return redirect("/sign-in", 303);
  return beginSession({ request, context, now }, done.accountId, { to: done.location, kept: null });
});

export default function SetUp() {
  const { clock, holiday } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? {};
  const typed = (name: string, otherwise = "") => typedValue(sent?.values, name, otherwise);
  return (
    <main id="main" className="wrap">
      <p className="brandline">Demarche</p>
      <h1 className="entrance-title">Set up</h1>
      <p className="product-promise">
        This is a new database. Three things are needed to start; each can be changed later. The link that
        brought you here stops working once the set-up is complete.
      </p>
      <ErrorSummary errors={sent?.errors} />
      <FormFrame className="form setup">
        <FirstAdministrator typed={typed} errors={errors} />
        <HomeCapital typed={typed} errors={errors} clock={clock} holiday={holiday} />
        <FirstCampaign typed={typed} errors={errors} />
        <div className="set-up-end">
          <button className="button primary large" type="submit" data-pending="Setting up…">
            Set up Demarche
          </button>
          <p className="note">
            Next: add colleagues, import the list of Congress and write the first message. To look around
            first, run the sample campaign in a separate database.
          </p>
        </div>
      </FormFrame>
    </main>
  );
}
