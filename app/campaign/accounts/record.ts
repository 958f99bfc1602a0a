import { z } from "zod";
import { identifier, line, oneOf, optionalLine, tick } from "#app/http/fields.ts";
import { ROLES } from "#app/http/permission.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { HOME_CAPITALS } from "#app/time/home-capital.ts";
import { everyZone } from "#app/time/wall-time.ts";
import { normaliseEmail } from "./account.ts";

const email = z
  .string({ error: "Enter an e-mail address" })
  .transform((typed, context) => {
    const email = normaliseEmail(typed);
    if (email === null)
      context.addIssue({ code: "custom", message: "Enter an e-mail address, like jana@embassy.example" });
    return email ?? "";
  })
  .meta({ label: "E-mail", control: "line", type: "email" });

/** One choice for each campaign, "none" for no role; drawn by hand. */
const roles = z
  .array(z.object({ campaign: identifier, role: z.enum([...ROLES, "none"], { error: "Choose a role" }) }))
  .max(500)
  .default([]);

/** An account as an administrator writes it. */
export const accountRecord = record({
  name: line(120, "Enter the person’s name").meta({ label: "Name" }),
  email,
  position: optionalLine(120).meta({ label: "Position" }),
  roles: roles.meta({ label: "Roles", control: "select" }),
  isAdministrator: tick().meta({
    label: "Administration",
    options: [
      {
        value: "on",
        label: "Administrator",
        hint: "adds accounts and campaigns and exports everything, but needs a role in a campaign to read it",
      },
    ],
  }),
});

export type WrittenAccount = ValuesOf<typeof accountRecord>;

/** An account as its person writes it. */
export const ownAccountRecord = record({
  name: line(120, "Enter your name").meta({ label: "Name" }),
  position: optionalLine(120).meta({
    label: "Position",
    hint: "As colleagues will see it, for example: Public diplomacy, Washington",
  }),
  zone: oneOf(everyZone(), "Choose your time zone").meta({
    label: "Time zone",
    hint: "The time zone where you work, used for your sessions and your mail. Other pages show the time in Washington and at the ministry.",
  }),
});

/** Whose clock and holidays stand beside Washington's. */
export const homeCapitalRecord = record({
  city: oneOf(
    HOME_CAPITALS.map(({ city }) => city),
    "Choose the city",
    (city) => `${city} (${HOME_CAPITALS.find((capital) => capital.city === city)?.zone})`,
  ).meta({ label: "City" }),
  holidays: oneOf(
    HOME_CAPITALS.map(({ country }) => country),
    "Choose the country",
    (holidays) => HOME_CAPITALS.find(({ country }) => country === holidays)?.countryName ?? holidays,
  ).meta({ label: "Holidays" }),
});

const IN_THE_MORNING = {
  value: "on",
  label: "One e-mail at 07:30 listing everything that is waiting for me",
};

const AT_ONCE = {
  value: "on",
  label: "An e-mail for anything that cannot wait until the morning",
  hint: "Clearance requested, answered or due; a release requested; a text sent for your information; a hold placed on or lifted from your papers or events; a holding line that is new or has expired; a clash with your event; an event within 24 hours without cleared points",
};

/** What mail somebody gets. */
export const ownMailRecord = record({
  digest: tick().meta({ label: "In the morning", options: [IN_THE_MORNING], column: "wants_digest" }),
  atOnce: tick().meta({ label: "At once", options: [AT_ONCE], column: "wants_mail_at_once" }),
});

/** The choice of the morning's mail, with when it comes. */
export const inTheMorning = (hint: string) => [{ ...IN_THE_MORNING, hint }];
