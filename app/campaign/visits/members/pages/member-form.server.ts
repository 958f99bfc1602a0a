import { z } from "zod";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { identifier, optionalLine } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import type { MemberDetails } from "../store.server.ts";

const schema = z.object({
  account: identifier.optional(),
  name: optionalLine(120),
  title: optionalLine(120),
});

/** Who is meant: a colleague of the campaign goes by his or her own name unless another is typed. */
export async function readMemberForm({
  form,
  database,
  campaign,
}: CampaignArrival & Sent): Promise<
  { ok: true; member: MemberDetails } | { ok: false; errors: FieldErrors }
> {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { account, name, title } = read.value;
  const colleagues = account === undefined ? [] : await listColleagues(database.read, campaign.id);
  const colleague = colleagues.find(({ id }) => id === account) ?? null;
  if (account !== undefined && colleague === null)
    return { ok: false, errors: { account: "Choose from the list of this campaign" } };
  const known = name === "" ? (colleague?.name ?? "") : name;
  if (known === "") return { ok: false, errors: { name: "Enter a name or an office, or choose one of us" } };
  return { ok: true, member: { name: known, title, accountId: colleague?.id ?? null } };
}
