import { Outlet, useLoaderData, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { signedInPage } from "#app/http/page.server.ts";
import { ErrorAlone, ErrorPage } from "#app/ui/error-page.tsx";
import { Frame } from "#app/ui/frame.tsx";
import { frameOutsideCampaign } from "../frame.server.ts";

export const loader = signedInPage(frameOutsideCampaign);

export default function SignedInFrame() {
  const view = useLoaderData<typeof loader>();
  return (
    <Frame view={view} path={useLocation().pathname}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const view = useRouteLoaderData<typeof loader>("signed-in-frame");
  const path = useLocation().pathname;
  if (!view) return <ErrorAlone error={error} />;
  return (
    <Frame view={view} path={path}>
      <ErrorPage error={error} />
    </Frame>
  );
}
