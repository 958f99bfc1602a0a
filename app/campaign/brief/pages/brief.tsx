import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { BesideBrief } from "./beside-brief.tsx";
import styles from "./brief.css?url";
import { briefPage } from "./brief-page.server.ts";
import { BriefSheet } from "./brief-sheet.tsx";
import { printBrief } from "./print-brief.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Brief, ${data?.event.title ?? ""}`);

export const loader = campaignPage("read", briefPage);
export const action = campaignAction("read", printBrief);

export default function Brief() {
  const page = useLoaderData<typeof loader>();
  const day = page.clock.washington.split(",")[0];
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={page.calendar}>Calendar</a> /{" "}
        <a href={page.own}>
          {day}, {page.event.title}
        </a>{" "}
        / Brief
      </nav>
      <div className="cols">
        <BriefSheet page={page} />
        <BesideBrief page={page} />
      </div>
    </>
  );
}
