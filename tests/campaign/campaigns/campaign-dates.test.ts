import { expect, test } from "vitest";
import { readCampaignDates } from "#app/campaign/campaigns/campaign-dates.ts";

const today = "2026-11-10";

test("a campaign may last one day, and none less", () => {
  expect(readCampaignDates({ startsOn: "12 Nov 2026", endsOn: "12.11.2026" }, today)).toEqual({
    ok: true,
    startsOn: "2026-11-12",
    endsOn: "2026-11-12",
  });
  expect(readCampaignDates({ startsOn: "12 Nov 2026", endsOn: "11 Nov 2026" }, today)).toEqual({
    ok: false,
    errors: { startsOn: null, endsOn: "Enter a last day on or after the first" },
  });
});

test("each day that is none is told at its own field", () => {
  expect(readCampaignDates({ startsOn: "30 Feb 2026", endsOn: "" }, today)).toMatchObject({
    errors: {
      startsOn: expect.stringContaining("not in the calendar"),
      endsOn: "Enter a date, like 12 Nov 2026",
    },
  });
});
