import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { refuseByRule } from "#app/http/save-form.server.ts";
import { NOTES_TO_ESTIMATE } from "#app/method/parameters.ts";
import { ButtonForm, ErrorSummary } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { DayAndClocks, useToday } from "#app/ui/two-clocks.tsx";
import styles from "../../effectiveness.css?url";
import { type FitOutcome, type RefitUnderWay, refitInWords } from "../parameters-in-use.ts";
import { basisInWords, parametersInWords } from "../parameters-in-words.ts";
import { findObservationsState } from "../refits-due.server.ts";
import { type EarlierFit, findParametersInUse, listFits } from "../store.server.ts";

const MOST_SHOWN = 60;

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("The settings behind the figures");

export const loader = campaignPage("read", async ({ campaign, account, may, database, context }) => {
  const inUse = await findParametersInUse(database.read, campaign.id);
  const { notes } = await findObservationsState(database.read, campaign.id);
  const fits = await listFits(database.read, campaign.id, MOST_SHOWN);
  const underWay = context.refits.underWay(campaign.id);
  const mayEstimate = may("write") && underWay === null && notes >= NOTES_TO_ESTIMATE;
  const ids = { campaignId: campaign.id, accountId: account.id };
  return { ...ids, inUse, fits, underWay, mayEstimate, notes };
});

/** Estimates anew, in the background: whoever asks while an estimate is under way sees that one. */
export const action = campaignAction("write", async ({ form, campaign, account, database, context }) => {
  const { notes } = await findObservationsState(database.read, campaign.id);
  if (notes < NOTES_TO_ESTIMATE) return refuseByRule(form, tooFew(notes));
  void context.refits.ask(campaign.id, account.id);
  return redirect(addressOf.parameters(campaign.id), 303);
});

function tooFew(notes: number): string {
  return `An estimate needs at least ${NOTES_TO_ESTIMATE} ratings; this campaign has ${notes}`;
}

/** The settings behind the figures today, beside the usual settings, and every estimate that was made. */
export default function Parameters() {
  const page = useLoaderData<typeof loader>();
  const { campaignId, inUse, fits, underWay, mayEstimate, notes } = page;
  const refused = useActionData<typeof action>();
  const today = useToday();
  const base = `/c/${campaignId}`;
  return (
    <>
      <PageHead
        title="The settings behind the figures"
        crumbs={[
          { label: "Reports", to: `${base}/reports` },
          { label: "Effectiveness", to: `${base}/reports/effectiveness` },
          "Settings",
        ]}
        acts={mayEstimate ? <ButtonForm label="Estimate again" className="button primary" /> : null}
      />
      <ReportTabs base={base} current="effectiveness" />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack report-stack">
        {underWay === null ? null : <UnderWay refit={underWay} />}
        <p className="finding">{basisInWords(inUse, today)}</p>
        <section aria-labelledby="today">
          <h2 id="today">Today’s settings and the usual ones</h2>
          <Today inUse={inUse} />
        </section>
        <section aria-labelledby="fits">
          <h2 id="fits">Every estimate</h2>
          <EarlierFits fits={fits} accountId={page.accountId} undoTo={`${base}/undo`} most={MOST_SHOWN} />
        </section>
        <HowEstimated notes={notes} />
      </div>
    </>
  );
}

/** Without a script the link looks again; with it the line follows by itself, and says nothing to who listens until it is done. */
function UnderWay({ refit }: { refit: RefitUnderWay }) {
  return (
    <p className="note" data-look-again>
      {refitInWords(refit)} <a href="?">Refresh</a>
    </p>
  );
}

function Today({ inUse }: { inUse: Parameters<typeof parametersInWords>[0] }) {
  return (
    <table className="table">
      <TableHead labels={["What it means", "Today", "Usual"]} />
      <tbody>
        {parametersInWords(inUse).map(({ name, sentence, value, usual }) => (
          <tr key={name}>
            <th scope="row">{sentence}</th>
            <td>{value}</td>
            <td>{usual}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HowEstimated({ notes }: { notes: number }) {
  return (
    <section className="explained how-found" aria-labelledby="how">
      <h2 id="how">How the settings are estimated</h2>
      <p>
        <b>From our ratings.</b> These are the six values that best explain our ratings, kept near the usual
        ones. A step is the distance between two neighbouring points on the five-point scale. With fewer than{" "}
        {NOTES_TO_ESTIMATE} ratings, the usual settings are more reliable. The campaign now has{" "}
        {notes.toLocaleString("en-GB")} {notes === 1 ? "rating" : "ratings"}.
      </p>
      <p>
        <b>When.</b> At 03:00 Washington time each night, if ratings have been added or changed, and on
        request. Until a new estimate is finished, every figure is worked out with the settings above.
      </p>
      <p>
        <b>What is kept.</b> Every estimate, with its date and the number of ratings. Figures for a past day,
        as known then, use only what had been recorded by that day. The latest estimate can be undone by the
        person who asked for it.
      </p>
    </section>
  );
}

const OUTCOMES: Record<FitOutcome, string> = {
  estimated: "Estimated",
  "too few notes": "Usual settings: too few ratings",
  "not found": "Usual settings: no estimate could be made",
};

/** Every estimate with its date, the number of ratings and its values, the newest first; one's own can be undone. */
function EarlierFits({
  fits,
  accountId,
  undoTo,
  most,
}: {
  fits: readonly EarlierFit[];
  accountId: string;
  undoTo: string;
  most: number;
}) {
  const [newest] = fits;
  if (newest === undefined) return <Empty text="No estimate has been made yet." />;
  const names = parametersInWords(newest).map(({ name }) => name);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it */}
      <div className="scroll report-scroll" tabIndex={0}>
        <table className="table">
          <TableHead labels={["Made", "Asked by", "Ratings", "Outcome", ...names]} figures={["Ratings"]} />
          <tbody>
            {fits.map((fit) => (
              <tr key={fit.id}>
                <th scope="row" className="nowrap">
                  <DayAndClocks at={new Date(fit.at)} />
                  {fit.askedBy?.id === accountId && fit === newest ? (
                    <ButtonForm
                      action={undoTo}
                      label="Undo"
                      fields={{ change: fit.changeId }}
                      className="linklike"
                    />
                  ) : null}
                </th>
                <td>{fit.askedBy?.name ?? "Nightly run"}</td>
                <td className="number">{fit.notes.toLocaleString("en-GB")}</td>
                <td>{OUTCOMES[fit.outcome]}</td>
                {parametersInWords(fit).map(({ name, value }) => (
                  <td key={name}>
                    {fit.outcome === "estimated" ? value.replace(" of a step", "") : "usual"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fits.length < most ? null : <p className="note">The most recent {most} are shown.</p>}
    </>
  );
}
