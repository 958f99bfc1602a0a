import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BeforeYouSayIt } from "#app/campaign/past-statements/before-you-say-it.tsx";
import statements from "#app/campaign/past-statements/past-statements.css?url";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { onKey } from "#app/ui/keys.ts";
import { State } from "#app/ui/marks.tsx";
import { HeldNotice, InstructionNotice } from "#app/ui/notices.tsx";
import { type Act, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import styles from "../event.css?url";
import { type EventPage, eventPage } from "../event-page.server.ts";
import moving from "../moving/moving.css?url";
import { PaperSections } from "../paper-sections.tsx";
import { eventLinks, eventRecord, eventTimes } from "../record.ts";
import { SeriesSection } from "../series/series-section.tsx";
import { takesPlace } from "../standing.ts";
import { WarningLines } from "../warnings/warning-lines.tsx";
import { WhatCameOfIt } from "../what-came-of-it.tsx";
import { WhereWeLeftIt } from "../where-we-left-it.tsx";
import { answerEventAct } from "./answer-event-act.server.ts";
import { BeforeYouGo, Details, InTheRoom } from "./event-facts.tsx";
import { EventStages, GoingAhead } from "./event-stages.tsx";
import { mayStandOtherwise, StandingForms } from "./standing-forms.tsx";

export const links: LinksFunction = () =>
  [styles, moving, statements].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.event.title ?? "Event");

export const loader = campaignPage("read", eventPage);

export const action = campaignAction("write", answerEventAct);

export default function Event() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { event, own, mayWrite } = page;
  return (
    <>
      <PageHead
        title={event.title}
        sub={<When page={page} />}
        crumbs={[{ label: "Calendar", to: page.calendar }, page.clock.first.split(",")[0] ?? ""]}
        acts={<Acts page={page} />}
        next={nextOf(page)}
      />
      <VisitNotice page={page} />
      <ErrorSummary errors={refused?.errors} />
      {refused?.stale ? (
        <Conflict
          stale={refused.stale}
          mine={refused.values}
          labels={{ goingAheadReason: "Why it is going ahead" }}
          keepTheirs={own}
        />
      ) : null}
      <HeldNotice held={page.held} />
      <InstructionNotice over={page.over} />
      <StoppedPost page={page} />
      <WarningLines warnings={page.warnings} />
      <GoingAhead page={page} refused={{ values: refused?.values ?? null, errors: refused?.errors ?? {} }} />
      <WhatCameOfIt page={page} />
      <EventStages stages={page.stages} own={own} mayWrite={mayWrite} />
      <div className="event-columns">
        <div className="stack">
          <PaperSections page={page} />
          <WhereWeLeftIt page={page} />
          <BeforeYouSayIt before={page.before} />
        </div>
        <aside className="stack" aria-label="About the event">
          <InTheRoom page={page} />
          <Details page={page} />
          <BeforeYouGo page={page} />
          {page.series === null ? null : <SeriesSection series={page.series} own={own} mayWrite={mayWrite} />}
          {mayWrite ? <HeldOrNot page={page} /> : null}
        </aside>
      </div>
      <section aria-labelledby="history" className="noprint">
        <h2 id="history">History</h2>
        <History changes={page.history} labels={HISTORY_LABELS} />
      </section>
    </>
  );
}

function HeldOrNot({ page: { event, own, now } }: { page: EventPage }) {
  const standing = { ...event, outcomes: event.outcomes.length };
  if (!mayStandOtherwise(standing, now)) return null;
  return (
    <section aria-labelledby="standing" className="noprint">
      <h2 id="standing">Held or cancelled?</h2>
      <StandingForms
        action={`${own}/standing`}
        standing={standing}
        now={now}
        isInSeries={event.series !== null}
      />
    </section>
  );
}

/** Leads from a meeting of a visit to the programme, and from the visit itself where its head does not. */
function VisitNotice({ page }: { page: EventPage }) {
  const { visit, event } = page;
  if (visit === null) return null;
  const programme = addressOf.programme(event.campaignId, visit.id);
  if (nextOf(page)?.to === programme) return null;
  return visit.id === event.id ? (
    <p>
      <a href={programme}>Visit programme</a>
    </p>
  ) : (
    <p>
      Part of a visit: <a href={programme}>{visit.title}</a>
    </p>
  );
}

/** A post that a hold stops, or has stopped. */
function StoppedPost({ page: { holdState, own } }: { page: EventPage }) {
  if (holdState === "stopped") {
    return (
      <p>
        <State kind="bad">Stopped</State> It will not go out as scheduled while the hold is in place.
      </p>
    );
  }
  if (holdState !== "asks for a new time") return null;
  return (
    <p>
      <State kind="bad">Needs a new time</State> The hold that stopped it has been lifted. It will not go out
      automatically. <a href={`${own}/stopped-post`}>Give it a new time</a>
    </p>
  );
}

const HISTORY_LABELS = {
  ...eventRecord.columns,
  ...eventTimes.columns,
  ...eventLinks.columns,
  wall_start: "Begins",
  wall_end: "Ends",
  schedule_reason: "Why it was cancelled",
  result_reason: "Why it was not held",
};

function When({ page: { clock, isToday, event } }: { page: EventPage }) {
  const day = clock.first.split(",")[0] ?? "";
  return (
    <>
      {isToday ? clock.first.replace(day, "Today") : clock.first}{" "}
      {clock.beside === "" ? null : <span className="secondary">· {clock.beside}</span>}&ensp;
      {event.schedule === "tentative" ? <State kind="off">Tentative</State> : null}
      {event.schedule === "cancelled" ? <State kind="bad">Cancelled: {event.scheduleReason}</State> : null}
      {event.result === "not held" ? <State kind="off">Not held. {event.resultReason}</State> : null}
    </>
  );
}

const BRIEF = "Brief";
const COPY = "Copy";

/**
 * The primary act follows the stage: the brief before the event, its log from the beginning on, then what is written about
 * it. A visit leads to its programme; what does not take place can be planned once more, as a copy.
 */
function nextOf({ own, hasBegun, mayWrite, event, visit }: EventPage): Act | null {
  const { campaignId, outcomes } = event;
  if (outcomes.length > 0)
    return {
      label: "Memorandum and thank-you note",
      to: `${addressOf.correspondence(campaignId)}?event=${event.id}`,
    };
  if (visit?.id === event.id)
    return { label: "Visit programme", to: addressOf.programme(campaignId, visit.id) };
  if (mayWrite && !takesPlace(event))
    return { label: COPY, to: `${addressOf.newEvent(campaignId)}?copy=${event.id}` };
  return mayWrite && hasBegun
    ? { label: "Log outcome", to: `${own}/log` }
    : { label: BRIEF, to: `${own}/brief` };
}

function Acts({ page }: { page: EventPage }) {
  const { own, hasBegun, mayWrite, hasLogged, isMovable, event } = page;
  const next = nextOf(page)?.label;
  return (
    <>
      {mayWrite && isMovable ? (
        <a className="button" href={`${own}/move`} {...onKey("m")}>
          Move
        </a>
      ) : null}
      {mayWrite ? (
        <a className="button" href={`${own}/edit`}>
          Edit
        </a>
      ) : null}
      {mayWrite && next !== COPY ? (
        <a className="button" href={`${addressOf.newEvent(event.campaignId)}?copy=${event.id}`}>
          {COPY}
        </a>
      ) : null}
      {mayWrite && hasBegun && event.outcomes.length > 0 && !hasLogged && takesPlace(event) ? (
        <a className="button" href={`${own}/log`}>
          Log outcome
        </a>
      ) : null}
      {next === BRIEF ? null : (
        <a className="button" href={`${own}/brief`}>
          {BRIEF}
        </a>
      )}
    </>
  );
}
