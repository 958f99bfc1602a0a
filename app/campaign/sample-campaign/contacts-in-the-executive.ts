import type { StanceReading } from "./sample-audience.ts";
import { contactsOf, type SampleContact } from "./sample-contact.ts";

function appointee(
  [contact]: readonly SampleContact[],
  readings: readonly StanceReading[],
): readonly SampleContact[] {
  return contact ? [{ ...contact, politicalAppointee: true, readings }] : [];
}

export const CONTACTS_IN_THE_EXECUTIVE: readonly SampleContact[] = [
  ...contactsOf("state-europe", "state", "clearer", [
    ["Ellen", "Voss", "European security affairs", "advises"],
    ["Judith", "Orme", "Office deputy director", "decides"],
    ["Nadia", "Karim", "Desk officer, Czechia", "drafts"],
    ["Phil", "Renwick", "Security affairs officer", "drafts"],
    ["Cole", "Whitaker", "Staff assistant", "opens doors"],
  ]),
  ...appointee(
    contactsOf("state-europe", "state", "clearer", [
      ["Conrad", "Amesbury", "Senior adviser, political appointee", "decides"],
    ]),
    [
      {
        daysAgo: 330,
        stance: 2,
        evidence: "Called autonomy “a French word” in a meeting with five embassies.",
      },
      { daysAgo: 140, stance: 3, evidence: "Asked which part Europe would take over first." },
    ],
  ),
  ...contactsOf("pentagon-nato", "pentagon", "clearer", [
    ["Dean", "Farrow", "Colonel, NATO policy", "advises"],
    ["Erin", "Tolliver", "Major, country director", "drafts"],
    ["Victor", "Halsey", "NATO policy, planning", "advises"],
    ["Ruth", "Amsler", "Scheduler", "opens doors"],
    ["Gordon", "Pike", "Analyst, force plans", "drafts"],
  ]),
  ...appointee(
    contactsOf("pentagon-nato", "pentagon", "clearer", [
      ["Lydia", "Marsden", "Senior adviser, political appointee", "decides"],
    ]),
    [
      { daysAgo: 300, stance: 2, evidence: "“Show me the order of battle.”" },
      { daysAgo: 47, stance: 2, evidence: "Asked for dates by brigade." },
    ],
  ),
  ...contactsOf("army-plans", "army", "clearer", [
    ["Marcia", "Boone", "Lieutenant colonel, plans", "advises"],
    ["Ed", "Lanigan", "Training ranges", "drafts"],
    ["Tara", "Quill", "Rail and road movement", "drafts"],
  ]),
  ...contactsOf("missile-defence", "mda", "clearer", [
    ["Walter", "Sedgwick", "International programmes", "advises"],
    ["Deborah", "Kline", "Radar programmes", "drafts"],
  ]),
  ...contactsOf("cyber-agency", "cisa", "clearer", [
    ["Hannah", "Brody", "International affairs", "advises"],
    ["Curtis", "Mayfield-Ross", "Exercises", "drafts"],
    ["Noor", "Haddad", "Incident response", "drafts"],
  ]),
  ...contactsOf("state-cyber", "state", "clearer", [
    ["Felix", "Armand", "Partnerships in Europe", "advises"],
    ["June", "Okabe", "Capacity building", "drafts"],
  ]),
];
