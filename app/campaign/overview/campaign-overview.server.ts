import { isAheadOf, meetingEnd } from "#app/campaign/clearances/requests.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";

type OfCampaign = "campaign";
type OfReader = "campaign" | "account";

/** How many meetings of a campaign have been logged; of two officers' logs of one meeting one counts. */
export const loggedMeetings = keptQuery((read, place: Place<OfCampaign>) =>
  read.selectFrom("logged_meetings").select("meetings").where("campaign_id", "=", place("campaign")),
);

/** The reader's own meetings that are over by the end of the hour and not logged, the one that ended first before the others. */
export const meetingsToLog = keptQuery((read, place: Place<OfReader | "hourEnd">) =>
  read
    .selectFrom("meeting_to_log as open")
    .innerJoin("outreach_event_officer as mine", "mine.outreach_event_id", "open.outreach_event_id")
    .innerJoin("outreach_event as event", "event.id", "open.outreach_event_id")
    .select(["event.title", "open.ends_at"])
    .where("open.campaign_id", "=", place("campaign"))
    .where("mine.account_id", "=", place("account"))
    .where("open.ends_at", "<=", place("hourEnd"))
    .orderBy("open.ends_at")
    .orderBy("open.outreach_event_id"),
);

/** The reader's own promises past their day, the oldest first. */
export const overdueFollowUps = keptQuery((read, place: Place<OfReader, "today">) =>
  read
    .selectFrom("follow_up")
    .select(["text", "due_on"])
    .where("campaign_id", "=", place("campaign"))
    .where("owner_account_id", "=", place("account"))
    .where("done_at", "is", null)
    .where("due_on", "<", place("today"))
    .orderBy("due_on")
    .orderBy("id"),
);

/** Proof points in use whose review date has passed, the longest stale first. */
export const staleProofPoints = keptQuery((read, place: Place<OfCampaign, "today">) =>
  read
    .selectFrom("proof_point")
    .select(["code", "review_by"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .where("review_by", "<", place("today"))
    .orderBy("review_by")
    .orderBy("id"),
);

export const papersNamed = keptQuery((read, place: Place<"papers">) =>
  read
    .selectFrom("talking_points")
    .select(["id", "title"])
    .where("id", "in", eachIn(place("papers"))),
);

/** Papers that the reader drafted, due in the hour or before and not answered; their meetings are not over before it. */
export const latePapers = keptQuery((read, place: Place<OfReader | "hour" | "hourEnd">) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("talking_points as paper", "paper.id", "request.subject_id")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .select(["request.id as requestId", "paper.id", "paper.title", "desk.name as deskName", "request.due_at"])
    .select(meetingEnd.as("meetingEndsAt"))
    .where("request.campaign_id", "=", place("campaign"))
    .where("request.subject_kind", "=", "talking points")
    .where("request.answered_at", "is", null)
    .where("request.asks", "=", "clear")
    .where("request.asked_at", "is not", null)
    .where("paper.drafted_by", "=", place("account"))
    .where("request.due_at", "<", place("hourEnd"))
    .where(isAheadOf(place("hour")))
    .orderBy("request.due_at")
    .orderBy("request.id"),
);
