import { UNITED_STATES } from "#app/time/holidays.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { AGREEMENT, AUTONOMY, BRUSSELS_ZONE, CYBER, PRAGUE_ZONE } from "./colleagues.ts";

/** A desk that must agree with a paper or a holding line, with the keys of who sits there. */
export type SampleDesk = {
  campaign: string;
  name: string;
  side: "embassy" | "ministry";
  holder: string | null;
  deputy: string | null;
  country: string;
  zone: string;
  asks: "clear" | "not asked";
  /** Its holder is away in the week of the sample's day, and the deputy answers. */
  isHolderAway: boolean;
};

const CZECH_REPUBLIC = "CZ";
const BELGIUM = "BE";

const embassy = {
  name: "Embassy",
  side: "embassy",
  holder: "clearer",
  deputy: "ambassador",
  country: UNITED_STATES,
  zone: WASHINGTON,
  asks: "clear",
  isHolderAway: false,
} as const;

const ministryDesk = {
  name: "Ministry desk",
  side: "ministry",
  holder: "ministry",
  deputy: "ivana",
  country: CZECH_REPUBLIC,
  zone: PRAGUE_ZONE,
  asks: "clear",
  isHolderAway: false,
} as const;

const onWish = { side: "ministry", deputy: null, asks: "not asked", isHolderAway: false } as const;

/** The desks of the three campaigns, in their order; all of them are asked about a holding line. */
export const DESKS: readonly SampleDesk[] = [
  { campaign: AUTONOMY, ...embassy },
  { campaign: AUTONOMY, ...ministryDesk },
  {
    ...onWish,
    campaign: AUTONOMY,
    name: "Defence ministry",
    holder: "ivana",
    country: CZECH_REPUBLIC,
    zone: PRAGUE_ZONE,
  },
  {
    ...onWish,
    campaign: AUTONOMY,
    name: "Mission to NATO",
    holder: "lenka",
    country: BELGIUM,
    zone: BRUSSELS_ZONE,
  },
  {
    ...onWish,
    campaign: AUTONOMY,
    name: "Mission to the EU",
    holder: "eu",
    deputy: "deputy",
    isHolderAway: true,
    country: BELGIUM,
    zone: BRUSSELS_ZONE,
  },
  { campaign: AGREEMENT, ...embassy },
  { campaign: AGREEMENT, ...ministryDesk },
  { campaign: CYBER, ...embassy, deputy: null },
  { campaign: CYBER, ...ministryDesk },
];

/** Who releases a text that cannot wait for the desks, by key. */
export const HEAD_OF_MISSION = "ambassador";
