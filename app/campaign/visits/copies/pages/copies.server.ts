import { z } from "zod";
import { optionalParagraphs } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { addressIn, mailtoLink, readHolders } from "../../members/holders.ts";
import { headOf, programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { holdersOf } from "../programme-version.ts";
import { recordProgrammeCopies } from "../store.server.ts";
import { copyOf } from "./schedulers-here.server.ts";

/** Who holds which version, with a mail to each who holds an earlier one. */
export async function copiesPage(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const { number, hash } = headOf(visit, arrival.home.homeZone);
  const copy = copyOf(arrival, visit);
  const today = dateIn(arrival.now, WASHINGTON);
  const subject = `${visit.event.title}, version ${number}`;
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    mayWrite: arrival.may("write"),
    number,
    mailto: mailtoLink("", subject, copy.text),
    holders: holdersOf(visit.copies, hash).map((holder) => {
      const address = addressIn(holder.holder);
      return {
        ...holder,
        when: `${formatDayAndTime(holder.givenAt, today)} in Washington`,
        mailto: address === null ? null : mailtoLink(address, subject, copy.text),
      };
    }),
  };
}

const schema = z.object({ holders: optionalParagraphs(4000) });

/** Puts on record who was given the programme as it stands. */
export async function markAsSent(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission, home } = arrival;
  const visit = await visitHere(arrival);
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const holders = readHolders(read.value.holders);
  if (!holders.ok) return refuseForm(form, { holders: holders.words });
  const { number, hash } = headOf(visit, home.homeZone);
  const who = holders.holders.length === 1 ? holders.holders[0] : `${holders.holders.length} people`;
  const summary = `Version ${number} of the programme sent to ${who}`;
  const sent = await database.change(author, submission, (change) =>
    recordProgrammeCopies(change, targetHere(arrival, "/copies"), {
      number,
      hash,
      holders: holders.holders,
      summary,
    }),
  );
  return sent.ok ? afterChange(sent) : refuseByRule(form, "That was put on record a moment ago");
}
