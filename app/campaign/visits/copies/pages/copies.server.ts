import { z } from "zod";
import { writeText } from "#app/documents/write-text.ts";
import { save } from "#app/http/act.server.ts";
import { optionalParagraphs } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
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
  const text = writeText(copyOf(arrival, visit).document);
  const today = dateIn(arrival.now, WASHINGTON);
  const subject = `${visit.event.title}, version ${number}`;
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    mayWrite: arrival.may("write"),
    number,
    mailto: mailtoLink("", subject, text),
    holders: holdersOf(visit.copies, hash).map((holder) => {
      const address = addressIn(holder.holder);
      return {
        ...holder,
        when: `${formatDayAndTime(holder.givenAt, today)} in Washington`,
        mailto: address === null ? null : mailtoLink(address, subject, text),
      };
    }),
  };
}

const schema = z.object({
  holders: optionalParagraphs(4000).transform((typed, { addIssue }) => {
    const read = readHolders(typed);
    if (!read.ok) addIssue(read.words);
    return read.ok ? read.holders : [];
  }),
});

/** Puts on record who was given the programme as it stands. */
export async function markAsSent(arrival: CampaignArrival & Sent) {
  const { number, hash } = headOf(await visitHere(arrival), arrival.home.homeZone);
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { holders }) => {
      const who = holders.length === 1 ? holders[0] : `${holders.length} people`;
      const summary = `Version ${number} of the programme sent to ${who}`;
      const copies = { number, hash, holders, summary };
      return recordProgrammeCopies(change, targetHere(arrival, "/copies"), copies);
    },
    () => "That was put on record a moment ago",
  );
}
