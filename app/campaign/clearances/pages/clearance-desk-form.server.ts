import { listTeam } from "#app/http/campaigns-of-account.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { type CampaignArrival, notAllowed, type Sent } from "#app/http/page.server.ts";
import { clearingSide } from "#app/http/permission.ts";
import { checkRead, type Read } from "#app/http/read-form.ts";
import type { Authority } from "../clearance-status.ts";
import { maySetDeskOf, SIDES } from "../desk.ts";
import type { StoredDesk } from "../desks.server.ts";
import { deskRecord, type WrittenDesk } from "../record.ts";
import { type Colleague, refuseAtDesk, refuseAwayDays } from "../written-desk.ts";

/** Reads what was written of a desk. Who is new as holder or deputy must clear for its side; they are two people. */
export async function readDeskForm(
  arrival: CampaignArrival & Sent,
  desk: StoredDesk | null,
): Promise<Read<WrittenDesk>> {
  const team = await listColleaguesWithSide(arrival);
  const read = deskRecord.read(arrival.form, arrival.today);
  return checkRead(read, ({ side, holder, deputy, ...away }) => {
    const same = holder !== null && holder === deputy ? "Choose a deputy other than the holder" : null;
    const stays = (chosen: string | null, before: StoredDesk["holder"] | undefined) =>
      chosen === before?.accountId && side === desk?.side;
    return present({
      side: sidesToSet(arrival).includes(side) ? null : whoSetsDesksOf(side),
      holder: stays(holder, desk?.holder) ? null : refuseAtDesk(holder, side, team),
      deputy: same ?? (stays(deputy, desk?.deputy) ? null : refuseAtDesk(deputy, side, team)),
      ...refuseAwayDays(away),
    });
  });
}

function present(errors: Readonly<Record<string, string | null>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, error]) => (error === null ? [] : [[field, error]])),
  );
}

/** The people of the campaign with the side for which each clears. */
export async function listColleaguesWithSide({ database, campaign }: CampaignArrival): Promise<Colleague[]> {
  const team = await listTeam(database.read, campaign.id);
  return team.map(({ accountId, name, role }) => ({
    accountId,
    name,
    side: clearingSide(role),
  }));
}

/** The sides of which this reader sets the desks. */
export function sidesToSet({ role, account: { isAdministrator } }: CampaignArrival): readonly Authority[] {
  return SIDES.filter((side) => maySetDeskOf(side, { role, isAdministrator }));
}

export function refuseUnlessMaySetDesks(arrival: CampaignArrival): void {
  if (sidesToSet(arrival).length === 0)
    notAllowed("Clearers set up desks on their own side; an administrator can set up desks on either.");
}

export function refuseUnlessMaySetDesk(arrival: CampaignArrival, { side }: StoredDesk): void {
  if (!sidesToSet(arrival).includes(side)) notAllowed(`${whoSetsDesksOf(side)}.`);
}

function whoSetsDesksOf(side: Authority): string {
  return `Only a clearer for the ${side} or an administrator can set up its desks`;
}
