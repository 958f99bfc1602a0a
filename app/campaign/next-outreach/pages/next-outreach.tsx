import { useLoaderData } from "@remix-run/react";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { campaignPage } from "#app/http/page.server.ts";
import { counted } from "#app/text/counted.ts";
import { formatDate } from "#app/time/format.ts";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pager } from "#app/ui/pager.tsx";
import { outreachSentence } from "../in-words.ts";
import type { NextOutreach } from "../next-outreach.ts";
import { BetterNot } from "./better-not.tsx";
import styles from "./next-outreach.css?url";
import { nextOutreachView, type NextOutreachView as View } from "./next-outreach-view.server.ts";
import { OutreachHow } from "./outreach-how.tsx";
import { OutreachList } from "./outreach-list.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Next outreach");

export const loader = campaignPage("read", nextOutreachView);

/** Whom to see next with which message, with every reason; or a page of everybody. */
export default function NextOutreachPage() {
  const view = useLoaderData<typeof loader>();
  const base = `/c/${view.campaignId}`;
  const csv = (
    <a className="btn" href={`${base}/reports/next-outreach.csv`}>
      Data (CSV)
    </a>
  );
  return (
    <>
      <PageHead
        title="Whom to see next, with which message"
        crumbs={[
          { label: "Reports", to: `${base}/reports` },
          { label: "Next outreach", to: null },
        ]}
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
        <p className="lede">{outreachSentence(next)}</p>
        <SetAside next={next} />
      </div>
      {next.contacts === 0 ? (
        <Empty
          text="Put people into the audiences of the campaign."
          act={view.mayWrite ? { label: "Contacts", to: `/c/${campaignId}/contacts` } : null}
        />
      ) : null}
      {next.first.length === 0 ? null : (
        <section aria-labelledby="first">
          <h2 id="first">
            The first {next.first.length}{" "}
            <a className="more" href="?show=everybody">
              Everybody, {next.contacts}
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
    <p className="by">
      <span>As of {formatDate(next.day)}</span>
      <span>
        {next.contacts === 1 ? "1 person" : `${next.contacts} people`}, {counted(next.audiences, "audience")},{" "}
        {counted(next.messages, "message")}
      </span>
      {next.leftOut === 0 ? null : (
        <span>{next.leftOut} left out: kept longer than their retention date</span>
      )}
    </p>
  );
}

function SetAside({ next }: { next: NextOutreach }) {
  return (
    <>
      {next.setAside.map(({ number, title, reason }) => (
        <p className="st warn" key={number}>
          Message {number}, {title}, is {reason}: it is advised to nobody.
        </p>
      ))}
      {next.messages === 1 ? (
        <p className="note">With one message in use there is no choice that a meeting could teach.</p>
      ) : null}
    </>
  );
}

function Everybody({ view }: { view: Extract<View, { show: "everybody" }> }) {
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody">
        Everybody, {view.count}{" "}
        <a className="more" href="?">
          The first of them
        </a>
      </h2>
      {view.options.length === 0 ? <p className="empty">Nobody is on this page.</p> : null}
      <OutreachList {...view} />
      <Pager
        page={view.page}
        pages={view.pages}
        link={(page) => `?${new URLSearchParams({ show: "everybody", page: String(page) })}`}
      />
    </section>
  );
}
