import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import styles from "../../pages/message.css?url";
import { MessageHead } from "../../pages/message-head.tsx";
import { FramingTable } from "./framing-table.tsx";
import { readFramingsView } from "./framing-view.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: { head: { message: { number: number } } } | undefined }) =>
  pageTitle(`Framings of message ${data?.head.message.number ?? ""}`);

export const loader = campaignPage("read", readFramingsView);

export default function Framings() {
  const { head, framings } = useLoaderData<typeof loader>();
  const own = `${head.base}/messages/${head.message.number}`;
  return (
    <>
      <MessageHead view={head} tab="framings" />
      <section aria-labelledby="framings">
        <h2 id="framings">
          Framings by audience{" "}
          {head.mayWrite ? (
            <a className="more" href={`${own}/framings/new`}>
              Add a framing
            </a>
          ) : null}
        </h2>
        {framings.length === 0 ? (
          <p className="empty">
            The wording of this message for each audience appears here and is cleared in the same way as the
            message.
          </p>
        ) : (
          <FramingTable framings={framings} own={own} number={head.message.number} />
        )}
      </section>
    </>
  );
}
