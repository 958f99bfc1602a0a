import { z } from "zod";
import { readCampaignDates } from "#app/campaign/campaigns/campaign-dates.ts";
import { insertCampaign } from "#app/campaign/campaigns/store.server.ts";
import { line } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { readForm, toldApart } from "#app/http/read-form.ts";
import { findHomeCapital, HOME_CAPITALS, LANGUAGES } from "#app/time/home-capital.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import { isSetUp, updateInstallation } from "#db/installation.server.ts";
import { checkNewPassword, explainPasswordRefusal, normaliseEmail } from "../account.ts";
import { hashPassword } from "../password-hash.server.ts";
import { insertAccount } from "../store.server.ts";
import { typedPassword } from "./account-fields.tsx";

/** What the first administrator may be in the first campaign. */
export const FIRST_ROLES = ["officer", "embassy clearer", "none"] as const;

const capitalNames = HOME_CAPITALS.map(({ city }) => city);
const countries = HOME_CAPITALS.map(({ country }) => country);

const DAYS = [
  { name: "startsOn", label: "From" },
  { name: "endsOn", label: "Until" },
];

const setUpForm = z.object({
  submission: z.string().max(64).optional(),
  name: line(120, "Enter your name"),
  email: z.string({ error: "Enter an e-mail address" }).transform((typed, context) => {
    const email = normaliseEmail(typed);
    if (email === null)
      context.addIssue({ code: "custom", message: "Enter an e-mail address, like jana@embassy.example" });
    return email ?? "";
  }),
  password: typedPassword,
  city: z.enum(capitalNames, { error: "Choose the city" }),
  holidays: z.enum(countries, { error: "Choose the country" }),
  language: z.enum(
    LANGUAGES.map(({ value }) => value),
    { error: "Choose the language" },
  ),
  campaignName: line(120, "Enter the name of the campaign"),
  startsOn: z.string().max(100).default(""),
  endsOn: z.string().max(100).default(""),
  role: z.enum(FIRST_ROLES, { error: "Choose your role" }),
});

type Read = z.infer<typeof setUpForm>;
export type SetUp = Omit<Read, "submission" | "startsOn" | "endsOn"> & {
  password: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
};

/** Reads the form of the set-up page; dates are days afterwards, the password is in the form in which it is hashed. */
export function readSetUpForm(
  form: FormData,
  today: CalendarDate,
): { ok: true; setUp: SetUp } | { ok: false; errors: FieldErrors } {
  const read = readForm(form, setUpForm);
  const text = (name: string) => String(form.get(name) ?? "");
  const dates = readCampaignDates({ startsOn: text("startsOn"), endsOn: text("endsOn") }, today);
  const password = checkNewPassword(text("password"), text("email"));
  if (read.ok && dates.ok && password.ok) {
    const { startsOn, endsOn } = dates;
    return { ok: true, setUp: { ...read.value, startsOn, endsOn, password: password.password } };
  }
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors };
  if (!password.ok) errors.password = explainPasswordRefusal(password.reason);
  if (!dates.ok && dates.errors.startsOn !== null) errors.startsOn = dates.errors.startsOn;
  if (!dates.ok && dates.errors.endsOn !== null) errors.endsOn = dates.errors.endsOn;
  return { ok: false, errors: toldApart(errors, DAYS) };
}

export type SetUpDone =
  | { ok: true; accountId: string; location: string }
  | { ok: false; reason: "set-up-already" };

/** Makes the first administrator, the home capital and the first campaign, in one change that the administrator makes. */
export async function setUpInstallation(database: Database, setUp: SetUp, now: Date): Promise<SetUpDone> {
  const accountId = newId();
  const passwordHash = await hashPassword(setUp.password);
  const author = { accountId, channel: "web", now } as const;
  const made = await database.change(author, { submission: null, campaignId: null }, async (change) => {
    if (await isSetUp(change.read)) return { ok: false, reason: "set-up-already" } as const;
    const today = dateIn(now, WASHINGTON);
    const campaignId = await insertCampaign(change, {
      name: setUp.campaignName,
      startsOn: setUp.startsOn,
      endsOn: setUp.endsOn,
      status: setUp.startsOn > today ? "planned" : "in progress",
    });
    const { name, email, role } = setUp;
    const roles = role === "none" ? [] : [{ campaignId, role }];
    const administrator = {
      id: accountId,
      email,
      name,
      position: "",
      zone: WASHINGTON,
      passwordHash,
    } as const;
    const added = await insertAccount(change, { ...administrator, isAdministrator: true, roles });
    if (!added.ok) return { ok: false, reason: "set-up-already" } as const;
    await updateInstallation(change, {
      home_city: setUp.city,
      home_zone: findHomeCapital(setUp.city)?.zone ?? "Europe/Prague",
      home_country: setUp.holidays,
      language: setUp.language,
      set_up_link_hash: null,
      set_up_at: now.toISOString(),
    });
    change.describe({
      recordKind: "installation",
      recordId: "installation",
      action: "set up",
      summary: `Set up Demarche for ${setUp.city}`,
      location: role === "none" ? "/admin" : `/c/${campaignId}`,
    });
    return { ok: true } as const;
  });
  return made.ok ? { ok: true, accountId, location: made.location } : made;
}
