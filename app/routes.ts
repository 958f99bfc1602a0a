import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL of the product, in menu order. */
export default [
  route("sign-in", "routes/accounts/sign-in.tsx"),
  route("sign-out", "routes/accounts/sign-out.tsx"),
  route("set-up/:link", "routes/accounts/set-up.tsx"),
  layout("routes/accounts/signed-in-frame.tsx", [
    index("routes/campaigns/choose-campaign.tsx"),
    route("undo", "routes/accounts/undo.tsx"),
    route("help", "routes/help/help.tsx"),
  ]),
  route("c/:campaign", "routes/campaigns/campaign-frame.tsx", [
    // Overview
    // Calendar
    // Audiences
    // Messages
    // Talking points
    // Outcomes
    // Follow-ups
    route("undo", "routes/campaigns/undo.tsx"),
  ]),
] satisfies RouteConfig;
