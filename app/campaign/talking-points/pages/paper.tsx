import { useActionData, useLoaderData } from "@remix-run/react";
import desks from "#app/campaign/clearances/desks-asked.css?url";
import statements from "#app/campaign/past-statements/past-statements.css?url";
import { FORMATS, PAPER_FORMATS } from "#app/documents/formats.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { HeldNotice, InstructionNotice } from "#app/ui/notices.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { DayAndClocks, TimesOfEvent } from "#app/ui/two-clocks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import clearance from "../clearing/pages/clearance.css?url";
import { openComments } from "../clearing/pages/clearance-comments.tsx";
import { canBeSent, SendForClearance } from "../clearing/pages/clearance-send.tsx";
import { PaperClearance } from "../clearing/pages/paper-clearance.tsx";
import { PaperLibrary } from "../shelves/pages/paper-library.tsx";
import { answerPaperAct } from "./answer-paper-act.server.ts";
import editing from "./editing.css?url";
import { formOf, type TypedForm } from "./paper-acts.ts";
import { PaperDocument } from "./paper-document.tsx";
import { type PaperView, readPaperView } from "./paper-view.server.ts";
import sheet from "./printed-sheet.css?url";
import { PrintedSheet } from "./printed-sheet.tsx";
import styles from "./talking-points.css?url";

export const links = () =>
  [styles, sheet, editing, desks, clearance, statements].map((href) => ({ rel: "stylesheet", href }));
export const meta = ({ data }: { data: PaperView | undefined }) =>
  pageTitle(`Talking points: ${data?.paper.text.title ?? ""}`);

export const loader = campaignPage("read", readPaperView);
export const action = campaignAction("write", answerPaperAct);

export default function Paper() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const values = refused?.values ?? view.kept;
  const typed: TypedForm | null =
    values === null ? null : { form: formOf(values), values, errors: refused?.errors ?? {} };
  return (
    <>
      <PaperHead view={view} />
      <ErrorSummary errors={refused?.errors} form={typed?.form ?? ""} />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={refused.values} labels={LABELS} keepTheirs="?" />
      ) : null}
      {values?.shownText?.[0] ? <SeenAndPresent seen={values.shownText[0]} present={view.shownText} /> : null}
      <HeldNotice held={view.held} />
      <InstructionNotice over={view.over} />
      <PrintedSheet document={view.printed} />
      <div className={view.mayEdit ? "paper-editor" : "paper-editor is-reading"}>
        <PaperDocument view={view} typed={typed} />
        <PaperClearance view={view} typed={typed} />
        {view.mayEdit ? <PaperLibrary view={view} /> : null}
      </div>
    </>
  );
}

function PaperHead({ view }: { view: PaperView }) {
  const { campaignId, paper, event, versions, saved } = view;
  const home = addressOf.talkingPoints(campaignId);
  const copies = `${home}/${paper.id}/copies`;
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={home}>Talking points</a> / {paper.text.title}
      </nav>
      <div className="head paper-head">
        <p className="secondary">
          {event === null ? (
            "Not tied to an event"
          ) : (
            <>
              <a href={addressOf.event(campaignId, event.id)}>{event.title}</a>, <TimesOfEvent of={event} />
            </>
          )}
          <br />
          <span className="note">
            {versions[0] === undefined ? "No version sent yet." : `Version ${versions[0].number}.`}{" "}
            {saved === null ? null : (
              <>
                Saved <DayAndClocks at={new Date(saved.madeAt)} /> by {saved.accountName}.
              </>
            )}
          </span>
        </p>
        <div className="acts">
          {view.mayEdit ? (
            <a className="button only-narrow" href="#library">
              Add
            </a>
          ) : null}
          {versions.length === 0 ? null : (
            <a className="button" href={`${home}/${paper.id}/compare`}>
              Compare versions
            </a>
          )}
          <span className="paper-files">
            {PAPER_FORMATS.flatMap((format) => [
              <a key={format} href={`${home}/${paper.id}.${format}`}>
                {FORMATS[format].says}
              </a>,
              " ",
            ])}
            {view.status.status === "cleared" ? null : <a href={copies}>Print or download</a>}
          </span>
          <PrimaryAct view={view} copies={copies} />
        </div>
      </div>
    </>
  );
}

/** What the fields of the page's forms are called where two texts are laid side by side. */
const LABELS = {
  title: "Title",
  speaker: "Speaker",
  ask: "Ask",
  objective: "Objective",
  handling: "Handling",
  heading: "Heading",
  text: "Words",
};

/** What the clearer was shown beside the text as it stands, word by word. */
function SeenAndPresent({ seen, present }: { seen: string; present: string }) {
  if (withLineFeeds(seen) === present) return null;
  return (
    <section className="seen" aria-labelledby="seen">
      <h2 id="seen">Changes since the text you saw</h2>
      <p>
        <WordDiff from={withLineFeeds(seen)} to={present} />
      </p>
    </section>
  );
}

/** The one act that the paper waits for from this reader: once it is cleared, to take it along. */
function PrimaryAct({ view, copies }: { view: PaperView; copies: string }) {
  const { paper, clearance } = view;
  const isAnswerable = clearance.mine.length > 0 && !clearance.isSentTextAnother;
  if (isAnswerable) return <Jump to="#clear" label="Answer" />;
  const comments = openComments(view);
  const isDrafter = paper.draftedBy.id === view.readerId;
  const label = `Answer ${comments} comment${comments === 1 ? "" : "s"}`;
  if (comments > 0 && isDrafter && paper.stage === "sent for clearance" && !clearance.isSentTextAnother) {
    return <Jump to="#comments" label={label} />;
  }
  if (view.status.status === "cleared") return <Jump to={copies} label="Print or download" />;
  if (!canBeSent(view)) return null;
  return (
    <>
      {comments > 0 ? (
        <a className="button" href="#comments">
          {label}
        </a>
      ) : null}
      <SendForClearance view={view} />
    </>
  );
}

function Jump({ to, label }: { to: string; label: string }) {
  return (
    <a className="button primary" href={to}>
      {label}
    </a>
  );
}
