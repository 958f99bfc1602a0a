import { useLoaderData } from "@remix-run/react";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { counted } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { Pager } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { outreachSentence, percent } from "../in-words.ts";
import type { NextOutreach, OutreachJudgements } from "../next-outreach.ts";
import { BetterNot } from "./better-not.tsx";
import styles from "./next-outreach.css?url";
import { nextOutreachView, type NextOutreachView as View } from "./next-outreach-view.server.ts";
import { OutreachList } from "./outreach-list.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Next outreach");

export const loader = campaignPage("read", nextOutreachView);

/** Whom to see next with which message, with every reason; or a page of everybody. */
export default function NextOutreachPage() {
  const view = useLoaderData<typeof loader>();
  const base = `/c/${view.campaignId}`;
  const csv = (
    <a className="button" href={`${base}/reports/next-outreach.csv`}>
      Data (CSV)
    </a>
  );
  return (
    <>
      <PageHead
        title="Whom to see next, and with which message"
        crumbs={[{ label: "Reports", to: `${base}/reports` }, "Next outreach"]}
        acts={csv}
      />
      <ReportTabs base={base} current="next" />
      <div className="stack">
        {view.show === "first" ? <First view={view} /> : <Everybody view={view} />}
        <OutreachHow judgements={view.judgements} />
      </div>
    </>
  );
}

function First({ view }: { view: Extract<View, { show: "first" }> }) {
  const { next, campaignId } = view;
  return (
    <>
      <div>
        <Ranked next={next} />
        <p className="next-lede">{outreachSentence(next)}</p>
        <SetAside next={next} />
      </div>
      {next.contacts === 0 ? (
        <Empty
          text="Add people to the campaign’s audiences."
          act={view.mayWrite ? { label: "Contacts", to: addressOf.contacts(campaignId) } : null}
        />
      ) : null}
      {next.first.length === 0 ? null : (
        <section aria-labelledby="first">
          <h2 id="first">
            The first {next.first.length}{" "}
            <a className="more" href="?show=everybody">
              Everyone ({next.contacts})
            </a>
          </h2>
          <OutreachList {...view} before={0} />
        </section>
      )}
      <BetterNot view={view} />
    </>
  );
}

function Ranked({ next }: { next: NextOutreach }) {
  return (
    <p className="next-scope">
      <span>As of {formatDay(next.day, useToday())}</span>
      <span>
        {counted(next.contacts, "person", "people")}, {counted(next.audiences, "audience")},{" "}
        {counted(next.messages, "message")}
      </span>
      {next.leftOut === 0 ? null : <span>{next.leftOut} left out: past their retention date</span>}
    </p>
  );
}

function SetAside({ next }: { next: NextOutreach }) {
  return (
    <>
      {next.setAside.map(({ number, title, reason }) => (
        <p className="state state-warn" key={number}>
          Message {number}, {title}, is {reason}, so it is not suggested to anyone.
        </p>
      ))}
      {next.messages === 1 ? (
        <p className="note">
          With only one message in use, a meeting cannot help you to choose between messages.
        </p>
      ) : null}
    </>
  );
}

function Everybody({ view }: { view: Extract<View, { show: "everybody" }> }) {
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody">
        Everyone ({view.count}){" "}
        <a className="more" href="?">
          Only the top of the list
        </a>
      </h2>
      {view.options.length === 0 ? <p className="empty">There is no one to see.</p> : null}
      <OutreachList {...view} />
      <Pager
        page={view.page}
        pages={view.pages}
        link={(page) => `?${new URLSearchParams({ show: "everybody", page: String(page) })}`}
      />
    </section>
  );
}

/** What the list is and what it is not, and the judgements that it rests on, with their date. */
function OutreachHow({ judgements }: { judgements: OutreachJudgements }) {
  const { judgedOn, openness, recencyHalfLifeDays, repeatDays, repeatPenalty, learningShare } = judgements;
  return (
    <section className="explained" aria-labelledby="how">
      <h2 id="how">How to read this</h2>
      <p>
        <b>What it is not.</b> The list is neither an instruction nor a promise that a meeting will have an
        effect: the figures say how meetings went, as our officers saw them. The same records always give the
        same list; nothing in it is drawn at random. You know better which doors are open.
      </p>
      <p>
        <b>Worth now</b> is the weight of the meeting times the level of the message with that audience.{" "}
        <b>What it would teach us</b> is how much one more meeting helps to choose the better message for the
        meetings that are planned with the audience in the next 90 days. Both are given in points: hundredths
        of a step on the scale of reception from −2 to +2.
      </p>
      <p>
        <b>Good and bad meetings.</b> The chance that the next rating is receptive or better (+0.5 or more),
        or doubtful or worse (−0.5 or less).
      </p>
      <p>
        <b>Who is on the list.</b> Everyone in the campaign’s audiences, from public lists or our own, who is
        still in post and whose retention date has not passed. Priority and influence are those of the
        audience. The last contact counts, a meeting or a letter, whichever campaign it belonged to. A
        person’s own stance is used only for elected members and senior political appointees, where the
        campaign allows it; for everyone else, the audience’s. Those who only open doors are not ranked but
        shown as the way in; those whose role is unknown are ranked.
      </p>
      <p>
        <b>Judgements, not estimates</b>, made on {formatDay(judgedOn, useToday())}: openness for stances 1 to
        5 is {openness.map(percent).join(", ")}; a meeting is half forgotten after {recencyHalfLifeDays} days;
        the same message again within {repeatDays} days counts {percent(repeatPenalty)}; what is learned
        counts {percent(learningShare)} for each planned meeting.
      </p>
    </section>
  );
}
