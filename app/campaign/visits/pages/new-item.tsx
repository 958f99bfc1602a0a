import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import type { ChoicesOf } from "#app/http/record.ts";
import { GROUND_RULES } from "#app/text/handling.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { ButtonForm, ErrorSummary, FormFrame, SaveBar } from "#app/ui/form-frame.tsx";
import { CutLine } from "#app/ui/list.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { crumbsOf } from "../programme-words.ts";
import { itemRecord } from "../record.ts";
import { AudienceAndMessageChoices } from "./audience-and-message-choices.tsx";
import { addItem, newItemPage } from "./new-item.server.ts";
import styles from "./visits.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Add an item");

export const loader = campaignPage("write", newItemPage);
export const action = campaignAction("write", addItem);

export default function NewItem() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? page.values;
  return (
    <>
      <PageHead title="Add an item" sub={page.title} crumbs={crumbsOf(page, "Add an item")} />
      <ErrorSummary errors={errors} />
      <p className="note rule-11">
        Only meetings are recorded. Do not enter the movements of protected persons: routes, cars, flights,
        rooms, or who guards whom.
      </p>
      {page.inCalendar.length === 0 ? null : (
        <section aria-labelledby="there">
          <h2 id="there">Already in the calendar</h2>
          <ul className="visit-people">
            {page.inCalendar.map(({ id, title, when }) => (
              <li key={id}>
                <b>{title}</b> <span className="secondary">{when}</span>
                <ButtonForm
                  action="?"
                  label={
                    <>
                      Add<span className="visually-hidden">: {title}</span>
                    </>
                  }
                  fields={{ act: "take", event: id }}
                  className="linklike"
                />
              </li>
            ))}
          </ul>
          <CutLine
            cutAt={page.inCalendarCutAt}
            which="first by time"
            others="The rest will appear as these are added."
          />
        </section>
      )}
      <section aria-labelledby="new">
        <h2 id="new">A new meeting</h2>
        <FormFrame action="?">
          <input type="hidden" name="act" value="plan" />
          <NewMeetingFields values={values} errors={errors} choices={page.choices} />
          <Fields of={itemRecord} values={values} errors={errors} />
          <SaveBar label="Add it to the programme" leave={page.here} />
        </FormFrame>
      </section>
    </>
  );
}

type FieldsProps = { values: FormValues; errors: FieldErrors; choices: ChoicesOf };

/** What a new meeting of a visit needs to stand in the calendar; the rest is edited on its own page. */
function NewMeetingFields(props: FieldsProps) {
  return (
    <>
      <WhatAndWhen {...props} />
      <WithWhom {...props} />
    </>
  );
}

function WhatAndWhen({ values, errors }: FieldsProps) {
  const text = (name: string) => ({
    name,
    value: typedValue(values, name, ""),
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <>
      {["zone", "handling"].map((name) => (
        <input key={name} type="hidden" name={name} value={typedValue(values, name, "")} />
      ))}
      <TextInput {...text("title")} label="Title" hint="With whom, for example: Senate NATO Observer Group" />
      <Select
        name="kind"
        label="Kind"
        value={typedValue(values, "kind", "office call")}
        error={errors.kind}
        options={EVENT_KINDS.filter((kind) => kind !== "delegation visit").map((kind) => ({
          value: kind,
          label: kindLabel(kind),
        }))}
      />
      <TextInput {...text("date")} label="Date" hint="For example, 12 Nov 2026" />
      <div className="pair">
        <TextInput {...text("start")} label="Begins" hint="24-hour clock, for example 14:00" />
        <TextInput {...text("end")} label="Ends" hint="Leave empty for the usual length" optional />
      </div>
      <Choices
        kind="one"
        look="buttons"
        name="schedule"
        label="Schedule"
        error={errors.schedule}
        chosen={typedValues(values, "schedule", ["tentative"])}
        choices={[
          { value: "tentative", label: "Tentative" },
          { value: "confirmed", label: "Confirmed" },
        ]}
      />
      <TextInput {...text("place")} label="Where" hint="The building, not the route" optional />
    </>
  );
}

function WithWhom({ values, errors, choices }: FieldsProps) {
  return (
    <>
      <AudienceAndMessageChoices values={values} errors={errors} choices={choices} />
      <div className="pair">
        <Select
          name="owner"
          label="Owner"
          value={typedValue(values, "owner", "")}
          error={errors.owner}
          options={[{ value: "", label: "No one yet" }, ...(choices.owner ?? [])]}
        />
        <Select
          name="groundRule"
          label="Ground rule"
          value={typedValue(values, "groundRule", "background")}
          error={errors.groundRule}
          options={GROUND_RULES.map((rule) => ({ value: rule, label: rule }))}
        />
      </div>
    </>
  );
}
