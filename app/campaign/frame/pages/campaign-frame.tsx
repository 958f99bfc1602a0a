import { Outlet, useLoaderData, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { ErrorAlone, ErrorPage } from "#app/ui/error-page.tsx";
import { Frame } from "#app/ui/frame.tsx";
import { frameOfCampaign } from "../frame.server.ts";

export const loader = campaignPage("read", frameOfCampaign);

export default function CampaignFrame() {
  const view = useLoaderData<typeof loader>();
  return (
    <Frame view={view} path={useLocation().pathname}>
      <Outlet />
    </Frame>
  );
}

/** A page that failed leaves the frame standing. Where the frame's loader did not run, as after a refused POST, the error stands alone. */
export function ErrorBoundary() {
  const error = useRouteError();
  const view = useRouteLoaderData<typeof loader>("campaign-frame");
  const path = useLocation().pathname;
  if (!view) return <ErrorAlone error={error} />;
  return (
    <Frame view={view} path={path}>
      <ErrorPage error={error} />
    </Frame>
  );
}
