import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL of the product, in menu order. */
export default [
  route("sign-in", "routes/accounts/sign-in.tsx"),
  route("sign-out", "routes/accounts/sign-out.tsx"),
  route("set-up/:link", "routes/accounts/set-up.tsx"),
  layout("routes/accounts/signed-in-frame.tsx", [
    index("routes/campaigns/choose-campaign.tsx"),
    route("account", "routes/accounts/account.tsx"),
    route("account/password", "routes/accounts/password.tsx"),
    route("account/sessions", "routes/accounts/sessions.tsx"),
    route("undo", "routes/accounts/undo.tsx"),
    route("admin", "routes/accounts/administration.tsx"),
    route("admin/accounts", "routes/accounts/accounts.tsx"),
    route("admin/accounts/new", "routes/accounts/new-account.tsx"),
    route("admin/accounts/:account", "routes/accounts/edit-account.tsx"),
    route("admin/accounts/:account/password", "routes/accounts/account-password.tsx"),
    route("admin/accounts/:account/closing", "routes/accounts/account-closing.tsx"),
    route("admin/campaigns", "routes/campaigns/campaigns.tsx"),
    route("admin/campaigns/new", "routes/campaigns/new-campaign.tsx"),
    route("admin/campaigns/:campaign", "routes/campaigns/edit-campaign.tsx"),
    route("admin/home-capital", "routes/accounts/home-capital.tsx"),
    route("log", "routes/outcomes/log.tsx"),
    route("find", "routes/find/find.tsx"),
    route("help", "routes/help/help.tsx"),
  ]),
  route("c/:campaign", "routes/campaigns/campaign-frame.tsx", [
    // Overview
    route("calendar", "routes/outreach-events/calendar.tsx"),
    route("events", "routes/outreach-events/events.tsx"),
    route("events/new", "routes/outreach-events/new-event.tsx"),
    route("events/:event", "routes/outreach-events/event.tsx"),
    route("events/:event/edit", "routes/outreach-events/edit-event.tsx"),
    route("events/:event/move", "routes/outreach-events/move-event.tsx"),
    route("events/:event/standing", "routes/outreach-events/standing.tsx"),
    route("events/:event/participants", "routes/outreach-events/participants.tsx"),
    route("events/:event/brief", "routes/outreach-events/brief.tsx"),
    // Audiences
    // Messages
    route("talking-points", "routes/talking-points/talking-points.tsx"),
    route("talking-points/:paper", "routes/talking-points/paper.tsx"),
    route("talking-points/:paper.md", "routes/talking-points/talking-points-markdown.ts"),
    route("talking-points/:paper/compare", "routes/talking-points/compare-versions.tsx"),
    route("events/:event/talking-points", "routes/talking-points/start-from-event.tsx"),
    route("events/:event/log", "routes/outcomes/log-outcome.tsx"),
    route("outcomes", "routes/outcomes/outcomes.tsx"),
    route("outcomes/:outcome", "routes/outcomes/outcome.tsx"),
    route("outcomes/:outcome/edit", "routes/outcomes/edit-outcome.tsx"),
    route("follow-ups", "routes/follow-ups/follow-ups.tsx"),
    route("settings", "routes/campaigns/settings.tsx"),
    route("undo", "routes/campaigns/undo.tsx"),
  ]),
] satisfies RouteConfig;
