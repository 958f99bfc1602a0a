import type { FormValues } from "#app/http/form-values.ts";
import type { ListedAudience } from "../lists.server.ts";
import { stanceLabel } from "../stances/stance.ts";

/** The fields of the form in their order, as a conflict names them. */
export const AUDIENCE_LABELS: Readonly<Record<string, string>> = {
  name: "Audience",
  kind: "Kind",
  priority: "Priority",
  influence: "Influence",
  interest: "Interest",
  desiredStance: "Stance we want",
  goal: "Goal",
  owner: "Relationship owner",
};

/** What stands in the form when it opens. */
export function valuesOfAudience(audience: ListedAudience): FormValues {
  return {
    name: [audience.name],
    kind: [audience.kind],
    priority: [String(audience.priority)],
    influence: [String(audience.influence)],
    interest: [String(audience.interest)],
    desiredStance: [audience.desiredStance === null ? "" : String(audience.desiredStance)],
    goal: [audience.goal],
    owner: [audience.owner?.id ?? ""],
  };
}

/** What stands in the record now, in words. */
export function audienceInWords(audience: ListedAudience): Record<string, string> {
  const { owner, desiredStance } = audience;
  const values = Object.entries(valuesOfAudience(audience)).map(([name, [value = ""]]) => [name, value]);
  return {
    ...Object.fromEntries(values),
    desiredStance: desiredStance === null ? "" : stanceLabel(desiredStance),
    owner: owner?.name ?? "",
  };
}

/** What was typed, in words. */
export function typedInWords(
  values: FormValues,
  owners: readonly { id: string; name: string }[],
): FormValues {
  const stance = Number(values.desiredStance?.[0] ?? "");
  const owner = owners.find(({ id }) => id === values.owner?.[0]);
  return { ...values, desiredStance: [stance === 0 ? "" : stanceLabel(stance)], owner: [owner?.name ?? ""] };
}
