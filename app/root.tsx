import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import styles from "#app/ui/demarche.css?url";
import { EnhancementScript } from "#app/ui/enhancement-script.tsx";
import { ErrorAlone, wordsFor } from "#app/ui/error-page.tsx";
import icon from "#app/ui/icon.svg?url";
import { pageTitle } from "#app/ui/page-head.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: icon, type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) =>
  error === undefined ? [{ title: "Demarche" }] : pageTitle(wordsFor(error).title);

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <EnhancementScript />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorAlone error={useRouteError()} />;
}
