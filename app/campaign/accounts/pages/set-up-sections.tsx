import type { FieldErrors } from "#app/http/form-values.ts";
import { describeRole } from "#app/http/permission.ts";
import { HOME_CAPITALS, LANGUAGES } from "#app/time/home-capital.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { NewPassword } from "./account-fields.tsx";

/** What was typed into a field, or else the given text; and what is wrong by field. */
type Section = { typed: (name: string, otherwise?: string) => string; errors: FieldErrors };

export function FirstAdministrator({ typed, errors }: Section) {
  return (
    <fieldset>
      <legend>
        1. First administrator
        <span>Adds accounts and campaigns, but needs a role in a campaign to read it or work in it.</span>
      </legend>
      <div>
        <TextInput name="name" label="Name" autoComplete="name" value={typed("name")} error={errors.name} />
        <TextInput
          name="email"
          label="E-mail"
          type="email"
          autoComplete="email"
          value={typed("email")}
          error={errors.email}
        />
        <NewPassword name="password" label="Password" error={errors.password} />
      </div>
    </fieldset>
  );
}

export function HomeCapital({ typed, errors, clock, holiday }: Section & { clock: string; holiday: string }) {
  return (
    <fieldset>
      <legend>
        2. Home capital
        <span>
          Pages show Washington time first, then the time in this city. Clearance deadlines skip public
          holidays in both countries.
        </span>
      </legend>
      <div>
        <div>
          <Select
            name="city"
            label="City"
            value={typed("city", "Prague")}
            error={errors.city}
            options={HOME_CAPITALS.map(({ city, zone }) => ({ value: city, label: `${city} (${zone})` }))}
          />
          <p className="echo">{clock}</p>
        </div>
        <div>
          <Select
            name="holidays"
            label="Holidays"
            value={typed("holidays", "CZ")}
            error={errors.holidays}
            options={HOME_CAPITALS.map(({ country, countryName }) => ({
              value: country,
              label: countryName,
            }))}
          />
          <p className="echo">Next holiday in the Czech Republic: {holiday}.</p>
        </div>
        <div>
          <Select
            name="language"
            label="Display language"
            value={typed("language", "en")}
            error={errors.language}
            options={LANGUAGES}
          />
          <p className="echo">Messages and papers may be in any language.</p>
        </div>
      </div>
    </fieldset>
  );
}

export function FirstCampaign({ typed, errors }: Section) {
  return (
    <fieldset>
      <legend>
        3. First campaign<span>A planned series of communications with a measurable outcome.</span>
      </legend>
      <div>
        <TextInput
          name="campaignName"
          label="Name"
          value={typed("campaignName")}
          error={errors.campaignName}
        />
        <div>
          <div className="pair">
            <TextInput name="startsOn" label="From" value={typed("startsOn")} error={errors.startsOn} />
            <TextInput name="endsOn" label="Until" value={typed("endsOn")} error={errors.endsOn} />
          </div>
          <p className="echo">For example, 30 Jun 2027.</p>
        </div>
        <Choices
          kind="one"
          name="role"
          label="Your role in the campaign"
          error={errors.role}
          chosen={[typed("role", "officer")]}
          choices={[
            { value: "officer", label: "Officer", hint: describeRole("officer") },
            { value: "embassy clearer", label: "Embassy clearer", hint: describeRole("embassy clearer") },
            { value: "none", label: "None", hint: "administrator only" },
          ]}
        />
      </div>
    </fieldset>
  );
}
