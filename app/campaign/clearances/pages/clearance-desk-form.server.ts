import { z } from "zod";
import { listTeam } from "#app/campaign/campaigns/campaign-roles.server.ts";
import { identifier, line, optionalLine } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { type CampaignArrival, notAllowed } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Authority } from "../clearance-status.ts";
import { ASKS } from "../desk.ts";
import { maySetDeskOf, SIDES } from "../desk-keeping.ts";
import type { StoredDesk, WrittenDesk } from "../desks.server.ts";
import { type Colleague, DESK_PLACES, placeOfDesk, readAwayDays, refuseAtDesk } from "../written-desk.ts";

const CITIES = DESK_PLACES.map(({ city }) => city);

const deskForm = z.object({
  name: line(80, "Enter the name of the desk"),
  side: z.enum(["embassy", "ministry"], { error: "Choose the side of the desk" }),
  place: z.enum(CITIES, { error: "Choose where the desk works" }),
  holder: identifier.optional(),
  deputy: identifier.optional(),
  awayFrom: optionalLine(60),
  awayUntil: optionalLine(60),
  asks: z.enum(ASKS, { error: "Choose what the desk is asked" }),
  isAskedForHoldingLines: z.literal("yes").optional(),
});

type Read = { ok: true; desk: WrittenDesk } | { ok: false; errors: FieldErrors };

/** What the form of a desk is read against: who may hold it, of which sides the reader sets desks, the day. */
type Given = { team: readonly Colleague[]; sides: readonly Authority[]; today: CalendarDate };

export async function givenForDesk(arrival: CampaignArrival): Promise<Given> {
  return {
    team: await listColleaguesWithSide(arrival),
    sides: sidesToSet(arrival),
    today: dateIn(arrival.now, WASHINGTON),
  };
}

/** Reads what was written of a desk. Holder and deputy must clear for its side, and be two people. */
export function readDeskForm(form: FormData, { team, sides, today }: Given): Read {
  const read = readForm(form, deskForm);
  if (!read.ok) return read;
  const { name, side, place: city, asks, isAskedForHoldingLines } = read.value;
  const { holder = null, deputy = null, awayFrom, awayUntil } = read.value;
  const away = readAwayDays({ awayFrom, awayUntil }, today);
  const same = holder !== null && holder === deputy ? "Choose a deputy who is not the holder" : null;
  const errors = present({
    side: sides.includes(side) ? null : whoSetsDesksOf(side),
    holder: refuseAtDesk(holder, side, team),
    deputy: same ?? refuseAtDesk(deputy, side, team),
    ...(away.ok ? {} : away.errors),
  });
  if (!away.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const place = DESK_PLACES.find((one) => one.city === city) ?? DESK_PLACES[0];
  return {
    ok: true,
    desk: {
      name,
      side,
      country: place?.country ?? "US",
      zone: place?.zone ?? "America/New_York",
      holder_account_id: holder,
      deputy_account_id: deputy,
      away_from: away.from,
      away_until: away.until,
      asked_by_default: asks,
      is_asked_for_holding_lines: isAskedForHoldingLines === "yes" ? 1 : 0,
    },
  };
}

function present(errors: Readonly<Record<string, string | null>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, error]) => (error === null ? [] : [[field, error]])),
  );
}

/** A desk by the names of the form's fields. */
export function valuesOfDesk(desk: StoredDesk): Record<string, string> {
  return {
    name: desk.name,
    side: desk.side,
    place: placeOfDesk(desk)?.city ?? "",
    holder: desk.holder?.accountId ?? "",
    deputy: desk.deputy?.accountId ?? "",
    awayFrom: desk.awayFrom === null ? "" : formatDate(desk.awayFrom),
    awayUntil: desk.awayUntil === null ? "" : formatDate(desk.awayUntil),
    asks: desk.asks,
    isAskedForHoldingLines: desk.isAskedForHoldingLines ? "yes" : "",
    version: String(desk.version),
  };
}

/** The people of the campaign with the side for which each clears. */
export async function listColleaguesWithSide({ database, campaign }: CampaignArrival): Promise<Colleague[]> {
  const team = await listTeam(database.read, campaign.id);
  return team.map(({ accountId, name, role }) => ({
    accountId,
    name,
    side: role === "embassy clearer" ? "embassy" : role === "ministry clearer" ? "ministry" : null,
  }));
}

/** The sides of which this reader sets the desks. */
export function sidesToSet({ role, account: { isAdministrator } }: CampaignArrival): readonly Authority[] {
  return SIDES.filter((side) => maySetDeskOf(side, { role, isAdministrator }));
}

export function refuseUnlessMaySetDesks(arrival: CampaignArrival): void {
  if (sidesToSet(arrival).length === 0)
    notAllowed("Clearers set the desks of their side, an administrator those of both.");
}

export function refuseUnlessMaySetDesk(arrival: CampaignArrival, { side }: StoredDesk): void {
  if (!sidesToSet(arrival).includes(side)) notAllowed(`${whoSetsDesksOf(side)}.`);
}

function whoSetsDesksOf(side: Authority): string {
  return `A clearer of the ${side} or an administrator sets a desk of the ${side}`;
}
