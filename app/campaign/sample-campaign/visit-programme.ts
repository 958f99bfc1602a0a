import type { Part } from "#app/campaign/visits/members/who-goes.ts";

export type SampleMember = { name: string; title: string; account: string | null };

/** Who comes with the minister, in the order of precedence. The minister is an office, not a person. */
export const MEMBERS: readonly SampleMember[] = [
  { name: "Minister", title: "of Defence", account: null },
  { name: "Ambassador", title: "head of mission", account: "ambassador" },
  { name: "Political director", title: "Ministry of Defence", account: null },
  { name: "Petr Dvořák", title: "defence counsellor", account: "clearer" },
  { name: "Jana Malá", title: "public diplomacy", account: "officer" },
  { name: "Eva Horáková", title: "press and analysis", account: "eva" },
];

export type SampleItem = {
  /** The key of the event. */
  event: string;
  host: string;
  note: string;
  planB: string;
  planBNote: string;
  /** Whether plan B is decided three days before. */
  isDecided: boolean;
  /** One for each member, in their order. */
  parts: readonly (Part | null)[];
};

/** What the programme says of each meeting, and who goes. */
export const ITEMS: readonly SampleItem[] = [
  {
    event: "visit/briefing",
    host: "",
    note: "",
    planB: "None needed",
    planBNote: "",
    isDecided: false,
    parts: ["goes", "leads", "goes", "goes", "goes", "notes"],
  },
  {
    event: "visit/pentagon",
    host: "Col. Dean Farrow’s office",
    note: "Access list due a week before.",
    planB: "Same day, 15:30 (21:30)",
    planBNote: "Held by the host until three days before",
    isDecided: false,
    parts: ["speaks", "goes", null, "notes", null, null],
  },
  {
    event: "visit/state",
    host: "Ellen Voss",
    note: "Answer due next week.",
    planB: "Call, same hour",
    planBNote: "Ellen Voss’s office agreed",
    isDecided: false,
    parts: [null, null, "speaks", null, "notes", null],
  },
  {
    event: "visit/lunch",
    host: "",
    note: "Seating two days before.",
    planB: "Without the Minister",
    planBNote: "Ambassador hosts; same list",
    isDecided: false,
    parts: ["speaks", null, null, null, null, "notes"],
  },
  {
    event: "visit/senate",
    host: "",
    note: "",
    planB: "Staff directors, same room",
    planBNote: "If the Senate is away",
    isDecided: true,
    parts: ["speaks", "goes", null, "notes", null, null],
  },
  {
    event: "visit/panel",
    host: "",
    note: "Moderator has the title only.",
    planB: "Political director speaks",
    planBNote: "Same paper, cleared for both",
    isDecided: false,
    parts: ["speaks", null, null, null, "notes", "goes"],
  },
];

/** Who sees to which of the usual deadlines, by the day; a note where one is needed. */
export const DEADLINE_OWNERS: readonly { days: number; owner: string; note: string }[] = [
  { days: -10, owner: "officer", note: "" },
  { days: -7, owner: "clearer", note: "5 of 6 people so far" },
  { days: -5, owner: "officer", note: "" },
  { days: -3, owner: "ambassador", note: "" },
  { days: -2, owner: "eva", note: "" },
  { days: 1, owner: "officer", note: "" },
  { days: 3, owner: "officer", note: "" },
];

/** A deadline of our own that is behind us. */
export const FIRST_DRAFT = { days: -14, title: "First draft to the ministry", owner: "officer" } as const;

/** Who holds the programme: those of the newest version, and those who still have the one before. */
export const HOLDERS: readonly { holder: string; version: 3 | 4 }[] = [
  { holder: "Alena Vlčková", version: 4 },
  { holder: "Jana Malá", version: 4 },
  { holder: "Petr Dvořák", version: 4 },
  { holder: "Minister’s office <cabinet@ministry.example>", version: 4 },
  { holder: "Scheduler, Observer Group <scheduler@senate.example>", version: 4 },
  { holder: "Scheduler, Pentagon <scheduler@pentagon.example>", version: 3 },
  { holder: "Scheduler, State <scheduler@state.example>", version: 3 },
];
