import type { FormValues } from "#app/http/form-values.ts";
import { describeRole, ROLES } from "#app/http/permission.ts";
import { Select } from "#app/ui/controls.tsx";
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
