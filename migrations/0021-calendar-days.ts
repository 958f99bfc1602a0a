/** What the session year asks: how many events each week has, and when delegations come. */
export const calendarDays = {
  name: "0021-calendar-days",
  sql: `
CREATE INDEX outreach_event_of_day ON outreach_event (campaign_id, schedule, day);
CREATE INDEX outreach_event_visit ON outreach_event (campaign_id, day) WHERE kind = 'delegation visit';
`,
} as const;
