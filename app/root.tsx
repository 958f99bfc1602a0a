import type { LinksFunction } from "@remix-run/node";
import { Links, Meta, Outlet } from "@remix-run/react";
import styles from "#app/ui/demarche.css?url";
import { EnhancementScript } from "#app/ui/enhancement-script.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export default function Root() {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <EnhancementScript />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}
