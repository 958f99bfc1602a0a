const under = (campaign: string, ...parts: readonly string[]) => ["/c", campaign, ...parts].join("/");

/**
 * Where each page of a campaign is, of which another room or a mail tells: the address without the host, from the campaign and
 * the records that it is about. A query or a place on the page comes behind it. The routes are in app/routes.ts; a test holds
 * each address against them.
 */
export const addressOf = {
  overview: (campaign: string) => under(campaign),
  firstSteps: (campaign: string) => under(campaign, "first-steps"),
  settings: (campaign: string) => under(campaign, "settings"),
  desks: (campaign: string) => under(campaign, "settings", "desks"),
  undo: (campaign: string) => under(campaign, "undo"),
  objectives: (campaign: string) => under(campaign, "objectives"),
  newObjective: (campaign: string) => under(campaign, "objectives", "new"),

  calendar: (campaign: string) => under(campaign, "calendar"),
  feeds: (campaign: string) => under(campaign, "calendar", "feeds"),
  sessionDays: (campaign: string) => under(campaign, "session-days"),
  newCongress: (campaign: string) => under(campaign, "new-congress"),
  events: (campaign: string) => under(campaign, "events"),
  newEvent: (campaign: string) => under(campaign, "events", "new"),
  bothSides: (campaign: string) => under(campaign, "events", "both-sides"),
  event: (campaign: string, event: string) => under(campaign, "events", event),
  moveEvent: (campaign: string, event: string) => under(campaign, "events", event, "move"),
  participants: (campaign: string, event: string) => under(campaign, "events", event, "participants"),
  brief: (campaign: string, event: string) => under(campaign, "events", event, "brief"),
  told: (campaign: string, event: string) => under(campaign, "events", event, "told"),
  stoppedPost: (campaign: string, event: string) => under(campaign, "events", event, "stopped-post"),
  programme: (campaign: string, visit: string) => under(campaign, "events", visit, "programme"),
  newWish: (campaign: string) => under(campaign, "wishes", "new"),
  wish: (campaign: string, wish: string) => under(campaign, "wishes", wish),
  slotOfWish: (campaign: string, wish: string) => under(campaign, "wishes", wish, "slot"),

  messages: (campaign: string) => under(campaign, "messages"),
  message: (campaign: string, number: string | number) => under(campaign, "messages", String(number)),
  framing: (campaign: string, number: string | number, framing: string) =>
    under(campaign, "messages", String(number), "framings", framing),
  proofPoints: (campaign: string) => under(campaign, "proof-points"),
  proofPoint: (campaign: string, code: string) => under(campaign, "proof-points", code),
  objections: (campaign: string) => under(campaign, "objections"),
  objection: (campaign: string, code: string) => under(campaign, "objections", code),
  hold: (campaign: string, hold: string) => under(campaign, "holds", hold),
  instructions: (campaign: string) => under(campaign, "instructions"),
  instruction: (campaign: string, instruction: string) => under(campaign, "instructions", instruction),
  talkingPoints: (campaign: string) => under(campaign, "talking-points"),
  newPaper: (campaign: string) => under(campaign, "talking-points", "new"),
  paper: (campaign: string, paper: string) => under(campaign, "talking-points", paper),
  copies: (campaign: string, paper: string) => under(campaign, "talking-points", paper, "copies"),
  comparePaper: (campaign: string, paper: string) => under(campaign, "talking-points", paper, "compare"),
  correspondence: (campaign: string) => under(campaign, "correspondence"),
  letter: (campaign: string, letter: string) => under(campaign, "correspondence", letter),

  audiences: (campaign: string) => under(campaign, "audiences"),
  newAudience: (campaign: string) => under(campaign, "audiences", "new"),
  audience: (campaign: string, audience: string) => under(campaign, "audiences", audience),
  contacts: (campaign: string) => under(campaign, "contacts"),
  congress: (campaign: string) => under(campaign, "contacts", "congress"),
  contact: (campaign: string, contact: string) => under(campaign, "contacts", contact),
  organisations: (campaign: string) => under(campaign, "organisations"),
  organisation: (campaign: string, organisation: string) => under(campaign, "organisations", organisation),

  log: (campaign: string) => under(campaign, "log"),
  outcomes: (campaign: string) => under(campaign, "outcomes"),
  outcome: (campaign: string, outcome: string) => under(campaign, "outcomes", outcome),
  followUps: (campaign: string) => under(campaign, "follow-ups"),
  feedbackList: (campaign: string) => under(campaign, "feedback"),
  feedback: (campaign: string, feedback: string) => under(campaign, "feedback", feedback),

  effectiveness: (campaign: string) => under(campaign, "reports", "effectiveness"),
  parameters: (campaign: string) => under(campaign, "reports", "effectiveness", "parameters"),
  activity: (campaign: string) => under(campaign, "reports", "activity"),
  eventsCounted: (campaign: string) => under(campaign, "reports", "activity", "events"),
  reviews: (campaign: string) => under(campaign, "reports", "reviews"),
  review: (campaign: string, review: string) => under(campaign, "reports", "reviews", review),
  find: (campaign: string) => under(campaign, "find"),
} as const;
