import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { SaveReviewForm } from "#app/campaign/reports/save-review-form.tsx";
import { REPORT_FORMATS } from "#app/documents/formats.ts";
import { addressOf } from "#app/http/addresses.ts";
import { line } from "#app/http/fields.ts";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseByRule, refuseForm, save } from "#app/http/save-form.server.ts";
import { counted } from "#app/text/in-words.ts";
import { daysInProse } from "#app/time/format.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { Empty, FileLinks, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { acknowledgeChange } from "../changes/change-acknowledgements.server.ts";
import { changeKey } from "../changes/change-in-words.ts";
import { ChangesFound, formOfChange } from "../changes/pages/changes-found.tsx";
import { DayForm, daySearch } from "../day-form.tsx";
import styles from "../effectiveness.css?url";
import { basisInWords, parametersInWords } from "../fits/parameters-in-words.ts";
import { WordingsUsed } from "../wordings/pages/wordings-used.tsx";
import { ByAudience } from "./by-audience.tsx";
import { type EffectivenessView, effectivenessPage, effectivenessView } from "./effectiveness-view.server.ts";
import { ObjectionsHeard } from "./objections-heard.tsx";
import { OverTime } from "./over-time.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Effectiveness");

export const loader = campaignPage("read", effectivenessPage);

const schema = z.object({
  change: z.string().max(300),
  reason: line(500, "Write what you make of it, in a sentence"),
});

/** Somebody has looked at a change that was found. */
export const action = campaignAction("write", async (arrival) => {
  const { form, campaign } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const { changes } = await effectivenessView(arrival);
  const found = changes.find((change) => changeKey(change) === read.value.change);
  if (found === undefined) return refuseByRule(form, GONE);
  return save(
    arrival,
    read,
    (change, { reason }) => acknowledgeChange(change, campaign.id, found, reason),
    () => "",
  );
});

/** The form whose reason was refused: each change has one of its own. */
function formRefused({ changes }: EffectivenessView, values: FormValues | undefined): string {
  const sent = typedValue(values, "change", "");
  return formOfChange(changes.findIndex((change) => changeKey(change) === sent));
}

const GONE = "That change is no longer listed, or someone has already looked at it. Check the list again";

/** How each message is received, by whom, since when, and how sure we are. */
export default function Effectiveness() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const base = `/c/${view.campaignId}`;
  const act = (label: string, to: string) => (view.mayWrite ? { label, to: `${base}/${to}` } : null);
  return (
    <>
      <PageHead
        title="How each message is received, and by whom"
        crumbs={[{ label: "Reports", to: `${base}/reports` }, "Effectiveness"]}
        acts={<Files view={view} base={base} />}
      />
      <ReportTabs base={base} current="effectiveness" />
      <ErrorSummary errors={refused?.errors} form={formRefused(view, refused?.values)} />
      <div className="report-scope">
        <span>
          {daysInProse(view.from, view.asked.day, useToday())}
          {view.asked.knowledge === "then" ? ", as we knew it then" : ""}
        </span>
        <span>
          {counted(view.ratings, "rating")}, {counted(view.rows.length, "audience")},{" "}
          {counted(view.raters, "rater")}
        </span>
        <DayForm asked={view.asked} page={`${base}/reports/effectiveness`} knowsThen={true} />
      </div>
      {view.rows.length === 0 ? (
        <Empty
          text="This campaign has no audiences, so nothing can be shown by audience."
          act={act("Add an audience", "audiences/new")}
        />
      ) : view.ratings === 0 ? (
        <Empty text="Not enough evidence yet." act={act("Log a meeting", "log")} />
      ) : (
        <div className="stack report-stack">
          <div className="finding-and-changes">
            <p className="finding">{unbroken(view.finding.join(" "))}</p>
            <ChangesFound view={view} values={refused?.values ?? null} errors={refused?.errors ?? {}} />
          </div>
          <OverTime view={view} />
          <ByAudience view={view} />
          <div className="effectiveness-columns">
            <ObjectionsHeard view={view} />
            <WordingsUsed view={view} />
          </div>
          {view.mayWrite ? <SaveReviewForm base={base} values={null} errors={{}} /> : null}
          <HowToRead view={view} />
        </div>
      )}
    </>
  );
}

function Files({ view, base }: { view: EffectivenessView; base: string }) {
  const of = `${base}/reports/effectiveness`;
  return <FileLinks of={of} formats={["csv", ...REPORT_FORMATS]} search={daySearch(view.asked)} />;
}

/** Who rates, what the range means, when there is not yet enough evidence, and that none of it tells a cause. */
function HowToRead({ view }: { view: EffectivenessView }) {
  const base = addressOf.effectiveness(view.campaignId);
  const halfLife = Math.round(view.inUse.parameters.halfLifeDays);
  return (
    <section className="explained how-found" aria-labelledby="how">
      <h2 id="how">How to read this</h2>
      <p>
        <b>Who rates.</b> Officers who were in the room rate the reception on a five-point scale; reactions
        outside meetings are weighted by their kind. The ratings are our own reading, not a survey of the
        audience.
      </p>
      <p>
        <b>Likely range.</b> Nine times in ten we would expect the true level to fall inside it, as long as
        opinion moves no faster than assumed. A meeting counts half as much after {halfLife} days.
      </p>
      <p>
        <b>Not enough evidence.</b> Shown where the likely range is wider than three quarters of a step either
        way, or less than 35&nbsp;% of the figure comes from the audience’s own meetings, unless the true
        level is almost certainly above or almost certainly below zero. Even with a hundred ratings in the
        whole campaign, most cells still show it.
      </p>
      <p>
        <b>Cause.</b> The figures describe how meetings went; they do not explain why. Officers choose who
        hears what; events, timing and people change too. A higher figure after new wording does not show that
        the wording caused it.
      </p>
      <p>
        <b>Settings used.</b> {basisInWords(view.inUse, view.asked.day)}{" "}
        {parametersInWords(view.inUse)
          .map(({ sentence }) => sentence)
          .join(" ")}{" "}
        <a href={`${base}/parameters`}>All the settings</a>
      </p>
      <p>
        <b>Check it yourself.</b> <a href={`${base}.json${daySearch(view.asked)}`}>The case file</a> contains
        all the ratings behind these figures, for anyone who wishes to repeat the calculation.
      </p>
    </section>
  );
}
