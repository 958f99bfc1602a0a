import { redirect } from "@remix-run/node";
import { publicAction, publicPage } from "#app/http/page.server.ts";
import { endSession } from "#app/http/sign-in.server.ts";

/** Signing out is a button; its address alone leads to the campaigns. */
export const loader = publicPage(async () => redirect("/"));

export const action = publicAction((arrival) => endSession(arrival));
