import { sentAs } from "#app/campaign/contacts/audiences-of-contact.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { EventToRate, OutcomeForm } from "../outcome-form.server.ts";

/** The audiences that are ticked in a log, as `withTickedAudiences` takes them. */
export function tickedIn(values: FormValues) {
  return { audiences: values.audiences ?? [], make: values.make ?? [] };
}

/** The form with the audiences that were ticked among those of its event; one that is to be made goes by what is sent for it. */
export function withTickedAudiences<Event extends EventToRate>(
  form: OutcomeForm<Event>,
  { audiences, make }: { audiences: readonly string[]; make: readonly string[] },
): OutcomeForm<Event> {
  if (!form.isAudienceAsked) return form;
  const known = form.event.audiences;
  const ticked = form.campaignAudiences.filter(
    ({ id }) => audiences.includes(id) && !known.some((one) => one.id === id),
  );
  const made = form.offers
    .flatMap((offer) => offer.make)
    .filter((one) => make.includes(sentAs(one)))
    .map((one) => ({ id: sentAs(one), name: one.name }));
  return { ...form, event: { ...form.event, audiences: [...known, ...ticked, ...made] } };
}

/** What a log adds to its event: the audiences that are ticked in it, and whom those can be made of. */
export function addedBy(
  asked: OutcomeForm<EventToRate>,
  { event }: Pick<OutcomeForm<EventToRate>, "event">,
): { audienceIds: string[]; make: string[]; contactIds: string[] } {
  const added = event.audiences.filter(({ id }) => !asked.event.audiences.some((one) => one.id === id));
  const isKnown = ({ id }: { id: string }) => asked.campaignAudiences.some((one) => one.id === id);
  return {
    audienceIds: added.filter(isKnown).map(({ id }) => id),
    make: added.filter((one) => !isKnown(one)).map(({ id }) => id),
    contactIds: event.participants.map(({ contactId }) => contactId),
  };
}
