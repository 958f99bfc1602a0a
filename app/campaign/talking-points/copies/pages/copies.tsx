import { useLoaderData } from "@remix-run/react";
import { PAPER_FORMATS } from "#app/documents/formats.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { State } from "#app/ui/marks.tsx";
import { FileLinks, PageHead, pageTitle, Tabs } from "#app/ui/page-head.tsx";
import { explainHandlingRefusal, explainLeftOut } from "../../checks/for-outsiders.ts";
import { listPaperCopies } from "../paper-copies.server.ts";
import { CopiesTable } from "../paper-copies.tsx";
import { cutOf, searchOf } from "../paper-copy.ts";
import styles from "./copies.css?url";
import { readLeavingPaper } from "./leaving-paper.server.ts";
import { paperHere, printPaper } from "./take-copy.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: CopiesPage | undefined }) =>
  pageTitle(`Print or download: ${data?.title ?? ""}`);

type CopiesPage = Awaited<ReturnType<typeof copiesPage>>;

export const loader = campaignPage("read", copiesPage);
export const action = campaignAction("read", printPaper);

/** The ways in which the paper may leave, what it leaves with, and who has taken it. */
async function copiesPage(arrival: CampaignArrival) {
  const paper = await paperHere(arrival);
  const cut = cutOf(arrival.url);
  const { side } = cut;
  const leaving = await readLeavingPaper(arrival, paper, cut);
  return {
    own: addressOf.paper(arrival.campaign.id, paper.id),
    title: paper.text.title,
    handling: paper.handling,
    cut,
    mayLeave: side === "our side" || leaving.mayGoToOutsiders,
    isCleared: leaving.mark === null,
    statusLine: leaving.statusLine,
    version: leaving.version,
    stale: leaving.stale,
    leftOut: leaving.leftOut.map(explainLeftOut),
    hash: leaving.hash,
    copies: await listPaperCopies(arrival.database.read, { paperId: paper.id }),
  };
}

export default function Copies() {
  const page = useLoaderData<typeof loader>();
  const { own, title, cut } = page;
  const isForOutsiders = cut.side === "outsiders";
  const list = own.slice(0, own.lastIndexOf("/"));
  return (
    <>
      <PageHead
        title="Print or download the paper"
        sub={title}
        crumbs={[{ label: "Talking points", to: list }, { label: title, to: own }, "Print or download"]}
      />
      <WhichCopy page={page} />
      <section aria-labelledby="leaves">
        <h2 id="leaves">Status on the copy</h2>
        <p>
          <State kind={page.isCleared ? "ok" : "bad"}>{page.statusLine}</State>
        </p>
        <p className="note">
          {page.handling} · {page.version}. Every page of every copy says so.
        </p>
        {page.stale.map((line) => (
          <p key={line}>
            <State kind="bad">{line}</State>
          </p>
        ))}
      </section>
      {isForOutsiders ? <StaysInside page={page} /> : null}
      {page.mayLeave ? <WaysOut page={page} /> : null}
      <section aria-labelledby="copies">
        <h2 id="copies">Who has a copy</h2>
        <CopiesTable copies={page.copies} hash={page.hash} />
      </section>
    </>
  );
}

/** For whom the copy is, and whether the annex comes along; the address remembers both. */
function WhichCopy({ page: { own, cut } }: { page: CopiesPage }) {
  const here = `${own}/copies`;
  const isForOutsiders = cut.side === "outsiders";
  return (
    <>
      <Tabs
        label="For whom"
        tabs={[
          {
            label: "For our side",
            to: `${here}${searchOf({ ...cut, side: "our side" })}`,
            current: !isForOutsiders,
          },
          {
            label: "For outsiders",
            to: `${here}${searchOf({ ...cut, side: "outsiders" })}`,
            current: isForOutsiders,
          },
        ]}
      />
      <Tabs
        label="Annex"
        tabs={[
          {
            label: "With the annex",
            to: `${here}${searchOf({ ...cut, hasAnnex: true })}`,
            current: cut.hasAnnex,
          },
          {
            label: "Without the annex",
            to: `${here}${searchOf({ ...cut, hasAnnex: false })}`,
            current: !cut.hasAnnex,
          },
        ]}
      />
    </>
  );
}

function StaysInside({ page }: { page: CopiesPage }) {
  if (!page.mayLeave) {
    return (
      <p>
        <State kind="bad">{explainHandlingRefusal(page.handling)}</State>
      </p>
    );
  }
  return (
    <section aria-labelledby="inside">
      <h2 id="inside">What is left out</h2>
      {page.leftOut.length === 0 ? <p>Nothing: no internal text was recognised in the paper.</p> : null}
      <ul className="inside">
        {page.leftOut.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
          <li key={index}>{line}</li>
        ))}
      </ul>
      <p className="note">
        An internal fact put in other words will not be recognised. Read the copy before you send it.
      </p>
    </section>
  );
}

function WaysOut({ page }: { page: CopiesPage }) {
  const { own } = page;
  const search = searchOf(page.cut);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">Format</h2>
      <p className="ways">
        <FileLinks of={own} formats={PAPER_FORMATS} search={search} />
        <a className="button" href={`${own}/e-mail${search}`}>
          Copy for e-mail
        </a>
        {page.cut.side === "outsiders" ? null : (
          <a className="button" href={`${own}${search}`}>
            Print from the paper’s page
          </a>
        )}
      </p>
      <p className="note">A record is kept of who takes a copy, so that they can be told of a hold.</p>
    </section>
  );
}
