import type { FieldErrors } from "#app/http/form-values.ts";
import { ROLES } from "#app/http/permission.ts";
import { describeRole } from "#app/http/role.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";

const ROLE_OPTIONS = [
  { value: "none", label: "No role: does not see the campaign" },
  ...ROLES.map((role) => ({ value: role, label: `${role}: ${describeRole(role)}` })),
];

/** The fields of an account that an administrator writes. `typed` gives what stands in a field. */
export function AccountFields({
  typed,
  errors,
  campaigns,
}: {
  typed: (name: string) => string;
  errors: FieldErrors;
  campaigns: readonly { id: string; name: string }[];
}) {
  return (
    <>
      <TextInput name="name" label="Name" value={typed("name")} error={errors.name} />
      <TextInput
        name="email"
        label="E-mail"
        type="email"
        autoComplete="off"
        value={typed("email")}
        error={errors.email}
      />
      <TextInput
        name="position"
        label="Position"
        optional
        value={typed("position")}
        error={errors.position}
      />
      {campaigns.map((campaign, index) => (
        <div key={campaign.id}>
          <input type="hidden" name={`roles[${index}].campaign`} value={campaign.id} />
          <Select
            name={`roles[${index}].role`}
            label={`Role in ${campaign.name}`}
            value={typed(`roles[${index}].role`)}
            error={errors[`roles[${index}].role`]}
            options={ROLE_OPTIONS}
          />
        </div>
      ))}
      <Choices
        kind="many"
        name="isAdministrator"
        label="Administration"
        chosen={[typed("isAdministrator")]}
        choices={[
          {
            value: "yes",
            label: "Administrator",
            hint: "adds accounts and campaigns, exports everything; reads a campaign only with a role in it",
          },
        ]}
      />
    </>
  );
}
