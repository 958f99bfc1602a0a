import { redirect } from "@remix-run/node";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { recordProgrammeCopies } from "../copies/store.server.ts";
import { headOf, targetHere, visitHere } from "../visit-here.server.ts";

/** Records that the reader prints the programme as it stands, and leads back to it ready to be printed. */
export async function printProgramme(arrival: CampaignArrival & Sent): Promise<Response> {
  const { account, database, author, submission, home } = arrival;
  const visit = await visitHere(arrival);
  const { number, hash } = headOf(visit, home.homeZone);
  const target = targetHere(arrival);
  const summary = `Printed version ${number} of the programme`;
  await database.change(author, submission, (change) =>
    recordProgrammeCopies(change, target, { number, hash, holders: [account.name], summary }),
  );
  return redirect(`${target.location}?print=yes`, 303);
}
