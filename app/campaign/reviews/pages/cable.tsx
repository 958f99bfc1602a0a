import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { FileLinks, PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { readCable } from "./cable-view.server.ts";
import styles from "./reviews.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Monthly cable");

export const loader = campaignPage("read", async (arrival) => {
  const { document: _, ...shown } = await readCable(arrival);
  return shown;
});

/** The draft of the monthly cable, to be edited here and copied, or taken as a file. */
export default function CableDraft() {
  const { campaignId, review, dayBefore, text } = useLoaderData<typeof loader>();
  const list = `/c/${campaignId}/reports/reviews`;
  const here = `${list}/${review.id}/cable`;
  return (
    <>
      <PageHead
        title="Monthly cable, a draft"
        sub={`From the review of ${formatDate(review.day)}${dayBefore === null ? "" : ` and the one of ${formatDate(dayBefore)}`}`}
        crumbs={[
          { label: "Reviews", to: list },
          { label: formatDate(review.day), to: `${list}/${review.id}` },
          { label: "Cable", to: null },
        ]}
        acts={<FileLinks of={here} formats={["docx", "txt"]} />}
      />
      <form className="form cable">
        <TextArea
          name="cable"
          label="Draft"
          hint="Every sentence comes from the frozen review by rule. Edit it here and copy it: what you change here is not kept"
          rows={30}
          value={text}
        />
      </form>
    </>
  );
}
