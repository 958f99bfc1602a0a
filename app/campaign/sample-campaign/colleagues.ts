export type SampleRole = "reader" | "officer" | "embassy clearer" | "ministry clearer";

export type Colleague = {
  key: string;
  name: string;
  title: string;
  email: string;
  zone: string;
  /** Everybody whom a job of the demo needs can sign in; the others are names in the calendar. */
  signsIn: boolean;
  administrator: boolean;
  roles: { campaign: string; role: SampleRole }[];
};

export const AUTONOMY = "european-strategic-autonomy";
export const AGREEMENT = "us-czech-defence-agreement";
export const CYBER = "joint-cyber-defence";

const FIRST_TWO = [AUTONOMY, AGREEMENT];
const ALL_THREE = [AUTONOMY, AGREEMENT, CYBER];
const WASHINGTON_ZONE = "America/New_York";
export const PRAGUE_ZONE = "Europe/Prague";
export const BRUSSELS_ZONE = "Europe/Brussels";

function colleague(
  key: string,
  name: string,
  title: string,
  zone: string,
  role: SampleRole,
  campaigns: readonly string[],
): Colleague {
  const roles = campaigns.map((campaign) => ({ campaign, role }));
  const email = `${key}@demarche.example`;
  return { key, name, title, email, zone, signsIn: true, administrator: false, roles };
}

/** The people of the sample on our side: the five jobs first, then whoever else must agree. All are invented. */
export const COLLEAGUES: readonly Colleague[] = [
  colleague("officer", "Jana Malá", "Counsellor, public diplomacy", WASHINGTON_ZONE, "officer", FIRST_TWO),
  colleague("clearer", "Petr Dvořák", "Defence counsellor", WASHINGTON_ZONE, "embassy clearer", ALL_THREE),
  colleague("ministry", "Tomáš Beran", "Americas desk, Prague", PRAGUE_ZONE, "ministry clearer", ALL_THREE),
  colleague("reader", "Klára Benešová", "Third secretary", WASHINGTON_ZONE, "reader", FIRST_TWO),
  {
    ...colleague("administrator", "Radek Šimůnek", "Administration", WASHINGTON_ZONE, "reader", ALL_THREE),
    administrator: true,
  },
  colleague("ambassador", "Alena Vlčková", "Ambassador", WASHINGTON_ZONE, "embassy clearer", FIRST_TWO),
  {
    ...colleague("ivana", "Ivana Krejčí", "Ministry of Defence", PRAGUE_ZONE, "ministry clearer", ALL_THREE),
    email: "defence@demarche.example",
  },
  {
    ...colleague("lenka", "Lenka Součková", "Mission to NATO", BRUSSELS_ZONE, "ministry clearer", FIRST_TWO),
    email: "nato@demarche.example",
  },
  colleague("eu", "Marek Vlk", "Mission to the EU", BRUSSELS_ZONE, "ministry clearer", [AUTONOMY]),
  colleague("deputy", "Hana Bílá", "Mission to the EU, deputy", BRUSSELS_ZONE, "ministry clearer", [
    AUTONOMY,
  ]),
  {
    ...colleague("eva", "Eva Horáková", "Press and analysis", WASHINGTON_ZONE, "officer", ALL_THREE),
    email: "eva.horakova@demarche.example",
    signsIn: false,
  },
];
