import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import { listHolds } from "../hold-records.server.ts";
import styles from "./holds.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Holds");

export const loader = campaignPage("read", async ({ database, campaign }) => ({
  base: `/c/${campaign.id}`,
  holds: await listHolds(database.read, campaign.id),
}));

/** Every hold of the campaign: those that lie, and those that were lifted, with their reasons. */
export default function Holds() {
  const { base, holds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Holds" crumbs={[{ label: "Messages", to: `${base}/messages` }, "Holds"]} />
      {holds.length === 0 ? (
        <Empty
          text="No holds have been placed. A clearer or the head of mission can place one from a message’s page."
          act={{ label: "See the messages", to: `${base}/messages` }}
        />
      ) : null}
      <ol className="versions">
        {holds.map(({ id, message, reason, placedAt, placedBy, lifted }) => (
          <li key={id}>
            <p>
              <MessageNumber n={message.number} /> <a href={`${base}/holds/${id}`}>{message.title}</a>&ensp;
              <State kind={lifted === null ? "bad" : "off"}>{lifted === null ? "On hold" : "Lifted"}</State>
            </p>
            <p className="small">
              Placed <TwoTimes at={placedAt} />, {placedBy}: {reason}
            </p>
            {lifted === null ? null : (
              <p className="small">
                Lifted <TwoTimes at={lifted.at} />, {lifted.by}: {lifted.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
