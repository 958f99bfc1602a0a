import type { FieldErrors } from "#app/http/form-values.ts";
import { cutInWords } from "#app/text/cut.ts";
import { type Option, Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { LEVELS } from "../objective-level.ts";
import { MEETINGS_READ } from "../reading-source.ts";
import type { ObjectiveChoices } from "./objective-choices.server.ts";

type Fields = {
  value: (name: string) => string;
  errors: FieldErrors;
  choices: ObjectiveChoices;
};

/** The fields of an objective. `value` gives what stands in each. */
export function ObjectiveFields({ value, errors, choices }: Fields) {
  const text = (name: string) => ({ name, value: value(name), error: errors[name] });
  return (
    <>
      <TextInput
        {...text("sentence")}
        label="What must change"
        hint="Like: State, European bureau: one sentence in a joint readout"
      />
      <Select
        {...text("audience")}
        label="Audience"
        optional
        options={[
          { value: "", label: "No single audience" },
          ...choices.audiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        {...text("level")}
        label="Level"
        hint="Outputs are ours, out-takes are theirs, outcomes and impact happen in Washington"
        options={LEVELS.map((level) => ({ value: level, label: level }))}
      />
      <TextInput {...text("indicator")} label="Indicator" hint="What is counted or looked at" />
      <TextInput {...text("unit")} label="Unit" optional hint="Like: letters, meetings, %" />
      <TextInput {...text("measuredHow")} label="How it is measured" optional />
      <SourceFields value={value} errors={errors} choices={choices} />
      <CourseFields value={value} errors={errors} />
    </>
  );
}

const OBJECTIONS = { which: "objections first by code", others: "Of a later one, enter the readings." };

function SourceFields({ value, errors, choices }: Fields) {
  const options = withPresent(choices.sources, value("source"));
  return (
    <>
      <Select
        name="source"
        value={value("source")}
        error={errors.source}
        label="What reads it"
        hint={`All but the first are worked out from the records each time, from the baseline’s day on, and stand beside entered readings. ${cutInWords(choices.objectionsCutAt, OBJECTIONS)}`.trim()}
        options={options}
      />
      <TextInput
        name="meetings"
        value={value("meetings")}
        error={errors.meetings}
        label="Last meetings read"
        optional
        hint={`Only for an objection: of how many logged meetings, ${MEETINGS_READ.usual} unless you say otherwise`}
        inputMode="numeric"
      />
    </>
  );
}

/** The list with what reads it now, though its message or objection has been retired. */
function withPresent(options: readonly Option[], present: string): Option[] {
  if (present === "" || options.some(({ value }) => value === present)) return [...options];
  return [...options, { value: present, label: "What reads it now (retired)" }];
}

function CourseFields({ value, errors }: Omit<Fields, "choices">) {
  const text = (name: string) => ({ name, value: value(name), error: errors[name] });
  return (
    <>
      <div className="pair">
        <TextInput {...text("baseline")} label="Where it began" inputMode="decimal" />
        <TextInput {...text("baselineOn")} label="Read on" hint="Like 2 Feb 2026" />
      </div>
      <div className="pair">
        <TextInput {...text("target")} label="Target" inputMode="decimal" />
        <TextInput {...text("due")} label="By" hint="Like 30 Jun 2027" />
      </div>
      <TextInput
        {...text("expectedFrom")}
        label="Nothing expected before"
        optional
        hint="Like 1 Jan 2027. From then on a straight line to the target"
      />
      <TextArea
        {...text("milestones")}
        label="Milestones"
        optional
        rows={3}
        hint="Instead of a straight line, what is expected by when. A line each, like 31 Oct 2026: 2"
      />
    </>
  );
}

/** The fields of a reading. */
export function ReadingFields({ value, errors }: Omit<Fields, "choices">) {
  const text = (name: string) => ({ name, value: value(name), error: errors[name] });
  return (
    <>
      <div className="pair">
        <TextInput {...text("value")} label="Figure" inputMode="decimal" />
        <TextInput {...text("n")} label="n" optional hint="Cases it rests on" inputMode="numeric" />
      </div>
      <TextInput {...text("read")} label="Read on" hint="Like 12 Nov 2026, or today" />
      <TextArea {...text("note")} label="Note" optional />
    </>
  );
}
