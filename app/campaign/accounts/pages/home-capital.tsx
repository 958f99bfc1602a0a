import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { afterChange, readForm, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { administratorAction, administratorPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Select } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { updateInstallation } from "#db/installation.server.ts";
import { AdministrationHead } from "../administration-head.tsx";
import { findHomeCapital, HOME_CAPITALS } from "../home-capital.ts";
import { describeHomeClock, describeNextHoliday } from "../home-clock.ts";

export const meta = () => pageTitle("Home capital");

export const loader = administratorPage(async ({ home, now, kept }) => {
  const capital = findHomeCapital(home.homeCity);
  const holiday = describeNextHoliday(home.homeCountry, dateIn(now, WASHINGTON));
  return {
    city: home.homeCity,
    holidays: home.homeCountry,
    clock: capital === null ? "" : describeHomeClock(capital, now),
    holiday: holiday === "" ? "" : `Next: ${holiday}.`,
    kept,
  };
});

const capitalForm = z.object({
  city: z.enum(
    HOME_CAPITALS.map(({ city }) => city),
    { error: "Choose the city" },
  ),
  holidays: z.enum(
    HOME_CAPITALS.map(({ country }) => country),
    { error: "Choose the country" },
  ),
});

export const action = administratorAction(async ({ database, form, author, submission }) => {
  const read = readForm(form, capitalForm);
  const capital = read.ok ? findHomeCapital(read.value.city) : null;
  if (!read.ok || capital === null)
    return refuseForm(form, read.ok ? { city: "Choose the city" } : read.errors);
  const saved = await database.change(author, submission, async (change) => {
    await updateInstallation(change, {
      home_city: capital.city,
      home_zone: capital.zone,
      home_country: read.value.holidays,
    });
    change.describe({
      recordKind: "installation",
      recordId: "installation",
      action: "changed",
      summary: `Made ${capital.city} the home capital`,
      location: "/admin/home-capital",
    });
    return { ok: true } as const;
  });
  return afterChange(saved);
});

export default function HomeCapital() {
  const { city, holidays, clock, holiday, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values = sent?.values ?? kept;
  return (
    <>
      <AdministrationHead
        at="/admin/home-capital"
        sub="Washington’s clock comes first on every page, this one beside it. Clearance skips the holidays of both."
      />
      <ErrorSummary errors={sent?.errors} />
      <FormFrame>
        <Select
          name="city"
          label="City"
          hint={clock}
          value={typedValue(values, "city", city)}
          error={sent?.errors.city}
          options={HOME_CAPITALS.map((capital) => ({
            value: capital.city,
            label: `${capital.city} (${capital.zone})`,
          }))}
        />
        <Select
          name="holidays"
          label="Holidays"
          hint={holiday}
          value={typedValue(values, "holidays", holidays)}
          error={sent?.errors.holidays}
          options={HOME_CAPITALS.map(({ country, countryName }) => ({ value: country, label: countryName }))}
        />
        <p className="save">
          <button className="btn primary" type="submit" data-pending="Saving…">
            Save
          </button>
        </p>
      </FormFrame>
    </>
  );
}
