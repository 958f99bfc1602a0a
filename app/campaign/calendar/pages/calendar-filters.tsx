import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { ALL_MINE, calendarLink } from "#app/campaign/outreach-events/moving/calendar-search.ts";
import { CALENDAR_STATUSES, EVERYTHING, isNarrowed } from "../calendar-filter.ts";
import type { CalendarPage } from "./calendar-page.server.ts";

const STATUSES = CALENDAR_STATUSES.map((status) => ({ id: status, name: status }));
const KINDS = EVENT_KINDS.map((kind) => ({ id: kind, name: kindLabel(kind) }));

/** What the calendar is narrowed to: plain choices whose answer is an address. */
export function CalendarFilters({ page }: { page: CalendarPage }) {
  const { campaignId, search, choices } = page;
  const { filter, isAllMine } = search;
  const showAll = { filter: EVERYTHING, isAllMine: false, eventId: null };
  return (
    <form className="filters" action={`/c/${campaignId}/calendar`} method="get">
      <input type="hidden" name="view" value={search.view} />
      <input type="hidden" name="date" value={search.date} />
      {choices.campaigns.length < 2 ? null : <CampaignFilter page={page} />}
      <Filter
        name="audience"
        label="Audience"
        all="All"
        value={filter.audienceId}
        options={choices.audiences}
      />
      <Filter name="message" label="Message" all="All" value={filter.messageId} options={messages(page)} />
      <Filter name="owner" label="Owner" all="Everyone" value={filter.ownerId} options={choices.colleagues} />
      <Filter name="status" label="Status" all="All" value={filter.status} options={STATUSES} />
      <Filter name="kind" label="Kind" all="All" value={filter.kind} options={KINDS} />
      <button type="submit" className="btn">
        Show
      </button>
      {isNarrowed(filter) || isAllMine ? (
        <a href={calendarLink(campaignId, search, showAll)}>
          {isNarrowed(filter) ? "Show all" : "This campaign only"}
        </a>
      ) : null}
    </form>
  );
}

/** Each campaign of the reader, and all of them together. */
function CampaignFilter({ page: { campaignId, search, choices } }: { page: CalendarPage }) {
  return (
    <label>
      Campaign{" "}
      <select name="campaign" defaultValue={search.isAllMine ? ALL_MINE : campaignId}>
        <option value={ALL_MINE}>All mine</option>
        {choices.campaigns.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** "2 Autonomy and NATO work together"; with the campaign where several are shown. */
function messages({ search, choices, campaignNames }: CalendarPage) {
  return choices.messages.map(({ id, number, title, campaignId }) => ({
    id,
    name: search.isAllMine
      ? `${campaignNames.get(campaignId) ?? ""}: ${number} ${title}`
      : `${number} ${title}`,
  }));
}

type FilterProps = {
  name: string;
  label: string;
  all: string;
  value: string | null;
  options: readonly { id: string; name: string }[];
};

function Filter({ name, label, all, value, options }: FilterProps) {
  return (
    <label>
      {label}{" "}
      <select name={name} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
