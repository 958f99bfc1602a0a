import { z } from "zod";
import type { FormValues } from "#app/http/form-values.ts";
import { describeRole, ROLES } from "#app/http/permission.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { explainPasswordRefusal, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../account.ts";
import type { Account } from "../store.server.ts";

const ROLE_OPTIONS = [
  { value: "none", label: "No role: cannot see the campaign" },
  ...ROLES.map((role) => ({ value: role, label: `${role}: ${describeRole(role)}` })),
];

type Campaigns = readonly { id: string; name: string }[];

/** The role of an account in each campaign, one choice each. */
export function RoleFields({
  campaigns,
  values,
  errors = {},
}: {
  campaigns: Campaigns;
  values: FormValues;
  errors?: Readonly<Record<string, string>> | undefined;
}) {
  return campaigns.map(({ id, name }, index) => (
    <div key={id}>
      <input type="hidden" name={`roles[${index}].campaign`} value={id} />
      <Select
        name={`roles[${index}].role`}
        label={`Role in ${name}`}
        value={values[`roles[${index}].role`]?.[0] ?? "none"}
        error={errors[`roles[${index}].role`]}
        options={ROLE_OPTIONS}
      />
    </div>
  ));
}

/** What stands in these choices when the form of an account opens. */
export function rolesAsTyped(account: Account, campaigns: Campaigns): FormValues {
  const roleIn = (id: string) => account.roles.find(({ campaignId }) => campaignId === id)?.role ?? "none";
  return Object.fromEntries(campaigns.map(({ id }, index) => [`roles[${index}].role`, [roleIn(id)]]));
}

/** A new password as a form brings it, of at most 4,000 UTF-16 units; what may be one is asked by `checkNewPassword`. */
export const typedPassword = z
  .string({ error: explainPasswordRefusal("password-too-short") })
  .max(4 * LONGEST_PASSWORD);

/** Where a new password is typed, and what is asked of it. */
export function NewPassword({
  name,
  label,
  advice = "A short sentence works well.",
  error,
}: {
  name: string;
  label: string;
  advice?: string;
  error: string | undefined;
}) {
  return (
    <TextInput
      name={name}
      label={label}
      hint={`${SHORTEST_PASSWORD} characters or more. ${advice}`}
      type="password"
      autoComplete="new-password"
      error={error}
    />
  );
}
