import { redirect } from "@remix-run/node";
import { administratorPage } from "#app/http/page.server.ts";

export const loader = administratorPage(async () => redirect("/admin/accounts"));
