import { z } from "zod";
import { identifier, line, optionalParagraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { type AudienceKind, isAudienceKind } from "../audience-kind.ts";
import type { Side } from "../audience-of-organisation.ts";
import type { AudienceInCampaign } from "../store.server.ts";

const number = (sentence: string) => z.coerce.number({ error: sentence });
const onFive = (sentence: string) => number(sentence).pipe(z.literal([1, 2, 3, 4, 5], { error: sentence }));
const priority = "Choose a priority from 1 to 3";

const named = z.object({
  name: line(160, "Enter what the audience is called"),
  kind: z.custom<AudienceKind>(
    (value) => typeof value === "string" && isAudienceKind(value),
    "Choose what kind of audience it is",
  ),
});

const sided = z.object({ side: z.enum(["majority", "minority"]).optional() });

const inCampaign = z.object({
  priority: number(priority).pipe(z.literal([1, 2, 3], { error: priority })),
  influence: onFive("Choose the influence, from 1 to 5"),
  interest: onFive("Choose the interest, from 1 to 5"),
  desiredStance: onFive("Choose a stance of the list").optional(),
  goal: optionalParagraphs(500),
  owner: identifier.optional(),
});

type Read<T> = ({ ok: true } & T) | { ok: false; errors: FieldErrors };

/** An audience as it was typed: what it is called everywhere, and what it is in this campaign. */
export function readAudienceForm(
  form: FormData,
  owners: readonly { id: string }[],
): Read<{ shared: z.infer<typeof named>; details: AudienceInCampaign }> {
  const shared = readForm(form, named);
  const details = readDetails(form, owners);
  if (shared.ok && details.ok) return { ok: true, shared: shared.value, details: details.details };
  return { ok: false, errors: { ...errorsOf(shared), ...errorsOf(details) } };
}

/** An audience that is made of an organisation: its side, and what it is in this campaign. */
export function readSidedForm(
  form: FormData,
  owners: readonly { id: string }[],
): Read<{ side: Side | null; details: AudienceInCampaign }> {
  const side = readForm(form, sided);
  const details = readDetails(form, owners);
  if (side.ok && details.ok) return { ok: true, side: side.value.side ?? null, details: details.details };
  return { ok: false, errors: { ...errorsOf(side), ...errorsOf(details) } };
}

function readDetails(
  form: FormData,
  owners: readonly { id: string }[],
): Read<{ details: AudienceInCampaign }> {
  const read = readForm(form, inCampaign);
  if (!read.ok) return read;
  const { owner = null, desiredStance = null, ...rest } = read.value;
  if (owner !== null && !owners.some(({ id }) => id === owner)) {
    return { ok: false, errors: { owner: "Choose a colleague of this campaign" } };
  }
  return { ok: true, details: { ...rest, desiredStance, ownerAccountId: owner } };
}

function errorsOf(read: { ok: boolean; errors?: FieldErrors }): FieldErrors {
  return read.errors ?? {};
}
