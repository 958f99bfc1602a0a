import { globSync, readFileSync } from "node:fs";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { addressOf } from "#app/http/addresses.ts";
import routes from "#app/routes.ts";

type Route = { path?: string | undefined; index?: boolean | undefined; children?: Route[] | undefined };

/** The pattern of the route that answers at an address. */
function routeAt(address: string): string {
  const matches = matchRoutes(routes as never, address) ?? [];
  return matches
    .map(({ route }) => (route as Route).path ?? "")
    .filter((path) => path !== "")
    .join("/");
}

test("each address of a page is one of the routes, with the records where the route has them", () => {
  for (const [name, address] of Object.entries<(...records: string[]) => string>(addressOf)) {
    const records = ["camp", "one", "two"].slice(0, address.length);
    const own = address(...records);
    const found = routeAt(own);
    expect([name, found.includes("*")]).toEqual([name, false]);
    // Where the route names a record, the address has one of those given; nowhere else.
    const parts = own.split("/").slice(1);
    const asked = found.split("/").map((part, at) => (part.startsWith(":") ? parts[at] : null));
    expect([name, asked.filter((part) => part !== null)]).toEqual([name, records]);
  }
});

test("no other place of the product spells out where a page of a campaign is", () => {
  const spelt = globSync("app/{campaign,cli,server}/**/*.{ts,tsx}").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/`\/c\/\$\{[^}]*\}[^`]+`/g)].map(([text]) => `${file}: ${text}`),
  );
  expect(spelt).toEqual([]);
});
