import type { FieldErrors } from "#app/http/form-values.ts";
import { explainHandling, HANDLINGS } from "#app/text/handling.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";

type Fields = { typed: (name: string) => string; errors: FieldErrors };

/** The labels of the fields, for a conflict as well. */
export const CAMPAIGN_LABELS = {
  name: "Name",
  sentence: "What the campaign must change",
  status: "Status",
  startsOn: "From",
  endsOn: "Until",
  handling: "Handling of its papers",
  clashDays: "Days between two visits to one office",
  travelMinutes: "Minutes for the way between two places",
};

const STATUSES = [
  { value: "planned", label: "Planned" },
  { value: "in progress", label: "In progress" },
  { value: "completed", label: "Completed" },
  { value: "cancelled", label: "Cancelled" },
];

/** What a campaign is. `typed` gives what stands in a field. */
export function CampaignFields({ typed, errors }: Fields) {
  return (
    <>
      <TextInput name="name" label={CAMPAIGN_LABELS.name} value={typed("name")} error={errors.name} />
      <TextArea
        name="sentence"
        label={CAMPAIGN_LABELS.sentence}
        hint="One sentence, like: US policymakers support European strategic autonomy while NATO stays vital."
        optional
        value={typed("sentence")}
        error={errors.sentence}
      />
      <Select
        name="status"
        label={CAMPAIGN_LABELS.status}
        hint="An ended campaign stays in every report."
        value={typed("status")}
        error={errors.status}
        options={STATUSES}
      />
      <div className="pair">
        <TextInput
          name="startsOn"
          label={CAMPAIGN_LABELS.startsOn}
          value={typed("startsOn")}
          error={errors.startsOn}
        />
        <TextInput
          name="endsOn"
          label={CAMPAIGN_LABELS.endsOn}
          value={typed("endsOn")}
          error={errors.endsOn}
        />
      </div>
      <Select
        name="handling"
        label={CAMPAIGN_LABELS.handling}
        hint="The mark that new papers carry. Not for classified information."
        value={typed("handling")}
        error={errors.handling}
        options={HANDLINGS.map((mark) => ({ value: mark, label: `${mark}: ${explainHandling(mark)}` }))}
      />
      <NearnessFields typed={typed} errors={errors} />
    </>
  );
}

/** From when on two events are pointed out as too near to each other, in days and in minutes. */
function NearnessFields({ typed, errors }: Fields) {
  return (
    <>
      <TextInput
        name="clashDays"
        label={CAMPAIGN_LABELS.clashDays}
        hint="A second visit within these days, by any campaign, is pointed out. 0: on the same day only."
        inputMode="numeric"
        className="narrow"
        value={typed("clashDays")}
        error={errors.clashDays}
      />
      <TextInput
        name="travelMinutes"
        label={CAMPAIGN_LABELS.travelMinutes}
        hint="Two events at different places, closer than this, clash for whoever is in both. 0: the way is not counted."
        inputMode="numeric"
        className="narrow"
        value={typed("travelMinutes")}
        error={errors.travelMinutes}
      />
    </>
  );
}

/** Who must agree with whom, and what may be kept about people. `heads` may be named head of mission. */
export function CampaignRules({
  typed,
  errors,
  heads,
}: Fields & { heads: readonly { accountId: string; name: string }[] }) {
  return (
    <>
      <Rule
        name="embassyClearsAlone"
        label="Clearance"
        box="The embassy may clear alone"
        hint="where the ministry has cleared the wording of every block, used unaltered"
        typed={typed}
      />
      <Rule
        name="ownDraftMayBeCleared"
        label="Own drafts"
        box="A clearer may clear what he or she drafted"
        hint="a clearance of one's own draft is always shown as such"
        typed={typed}
      />
      <Rule
        name="silenceIsAgreement"
        label="Silence"
        box="A desk of the ministry that says nothing until its time agrees"
        hint="a clearance by silence is always shown as such; the embassy always answers by a person"
        typed={typed}
      />
      <Select
        name="headOfMission"
        label="Head of mission"
        hint="May release a paper that is with the clearers, to be reported after. Needs the role of embassy clearer."
        value={typed("headOfMission")}
        error={errors.headOfMission}
        options={[
          { value: "", label: "Nobody" },
          ...heads.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      <Rule
        name="isPersonStanceAllowed"
        label="People"
        box="A stance of a person may be kept"
        hint="of elected members and senior political appointees only; check with counsel"
        typed={typed}
      />
    </>
  );
}

function Rule(rule: {
  name: string;
  label: string;
  box: string;
  hint: string;
  typed: (name: string) => string;
}) {
  const { name, label, box, hint, typed } = rule;
  return (
    <Choices
      kind="many"
      name={name}
      label={label}
      chosen={[typed(name)]}
      choices={[{ value: "yes", label: box, hint }]}
    />
  );
}
