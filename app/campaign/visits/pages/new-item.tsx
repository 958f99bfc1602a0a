import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { CutLine } from "#app/ui/cut-line.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { addItem } from "./add-item.server.ts";
import { ItemFields } from "./item-fields.tsx";
import { newItemPage } from "./new-item-page.server.ts";
import { NewMeetingFields } from "./new-meeting-fields.tsx";
import { crumbsOf } from "./visit-crumbs.ts";
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
        Only meetings are kept. Do not type in movements of protected persons: routes, cars, flights, rooms,
        or who guards whom.
      </p>
      {page.inCalendar.length === 0 ? null : (
        <section aria-labelledby="there">
          <h2 id="there">In the calendar already</h2>
          <ul className="people">
            {page.inCalendar.map(({ id, title, when }) => (
              <li key={id}>
                <b>{title}</b> <span className="sub">{when}</span>
                <ButtonForm
                  action="?"
                  label={
                    <>
                      Take it in<span className="vh">: {title}</span>
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
            others="The others follow as these are taken in."
          />
        </section>
      )}
      <section aria-labelledby="new">
        <h2 id="new">A new meeting</h2>
        <FormFrame action="?">
          <input type="hidden" name="act" value="plan" />
          <NewMeetingFields values={values} errors={errors} choices={page.choices} />
          <ItemFields values={values} errors={errors} />
          <SaveBar label="Add it to the programme" leave={page.here} />
        </FormFrame>
      </section>
    </>
  );
}
