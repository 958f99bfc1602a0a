import { useLoaderData } from "@remix-run/react";
import { writeText } from "#app/documents/write-text.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { cutOf, searchOf } from "../paper-copy.ts";
import styles from "./copies.css?url";
import { takeCopy } from "./take-copy.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: EmailCopyPage | undefined }) =>
  pageTitle(`Copy for e-mail: ${data?.title ?? ""}`);

type EmailCopyPage = Awaited<ReturnType<typeof emailCopyPage>>;

export const loader = campaignPage("read", emailCopyPage);

/** The paper as plain text to be put into an e-mail. Whoever opens it has it, so that is recorded. */
async function emailCopyPage(arrival: CampaignArrival) {
  const { document, mark, statusLine } = await takeCopy(arrival, "copied for e-mail");
  return {
    own: addressOf.paper(arrival.campaign.id, arrival.params.paper ?? ""),
    title: document.title,
    search: searchOf(cutOf(arrival.url)),
    isCleared: mark === null,
    statusLine,
    text: writeText(document),
  };
}

export default function EmailCopy() {
  const { own, title, search, isCleared, statusLine, text } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Copy for e-mail"
        sub={title}
        crumbs={[
          { label: "Talking points", to: own.slice(0, own.lastIndexOf("/")) },
          { label: title, to: own },
          { label: "Print or download", to: `${own}/copies${search}` },
          "Copy for e-mail",
        ]}
      />
      <p>
        <State kind={isCleared ? "ok" : "bad"}>{statusLine}</State>
      </p>
      <div className="e-mail-text">
        <label htmlFor="text">The paper as plain text, with its handling and status</label>
        <textarea id="text" readOnly rows={24} defaultValue={text} />
      </div>
      <p>
        <button type="button" className="button primary" data-copy="text" hidden>
          Copy the text
        </button>
      </p>
      <p className="note">You are on record as having this copy.</p>
    </>
  );
}
