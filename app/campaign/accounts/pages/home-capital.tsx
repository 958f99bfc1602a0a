import { useActionData, useLoaderData } from "@remix-run/react";
import { administratorAction, administratorPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { describeHomeClock, describeNextHoliday, findHomeCapital } from "#app/time/home-capital.ts";
import { AdministrationHead } from "#app/ui/account-heads.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordForm } from "#app/ui/record-page.tsx";
import { updateInstallation } from "#db/installation.server.ts";
import { homeCapitalRecord } from "../record.ts";

export const meta = () => pageTitle("Home capital");

const OWN = "/admin/home-capital";

export const loader = administratorPage(async ({ home, now, today, kept }) => {
  const capital = findHomeCapital(home.homeCity);
  const holiday = describeNextHoliday(home.homeCountry, today);
  return {
    values: kept ?? homeCapitalRecord.typed({ city: home.homeCity, holidays: home.homeCountry }),
    hints: {
      city: capital === null ? "" : describeHomeClock(capital, now),
      holidays: holiday === "" ? "" : `Next: ${holiday}.`,
    },
  };
});

export const action = administratorAction((arrival) =>
  save(
    arrival,
    homeCapitalRecord.read(arrival.form, arrival.today),
    async (change, { city, holidays }) => {
      const capital = findHomeCapital(city);
      if (capital === null) return { ok: false, reason: "no-such-city" };
      await updateInstallation(change, {
        home_city: city,
        home_zone: capital.zone,
        home_country: holidays,
      });
      change.describe({
        recordKind: "installation",
        recordId: "installation",
        action: "changed",
        summary: `Made ${city} the home capital`,
        location: OWN,
      });
      return { ok: true };
    },
    () => ({ city: "Choose the city" }),
  ),
);

export default function HomeCapital() {
  return (
    <>
      <AdministrationHead
        at={OWN}
        sub="Pages show Washington time first, then the time in this city. Clearance deadlines skip public holidays in both countries."
      />
      <RecordForm
        of={homeCapitalRecord}
        refused={useActionData<typeof action>()}
        {...useLoaderData<typeof loader>()}
        action={OWN}
        leave={OWN}
        pending="Saving…"
      />
    </>
  );
}
