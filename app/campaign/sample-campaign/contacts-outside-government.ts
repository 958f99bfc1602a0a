import { contactsOf, type SampleContact } from "./sample-contact.ts";

export const CONTACTS_OUTSIDE_GOVERNMENT: readonly SampleContact[] = [
  ...contactsOf("restraint-school", "stimson", "eva", [
    ["Greg", "Sandoz", "Fellow, grand strategy", "advises"],
    ["Helen", "Strand", "Senior fellow", "advises"],
    ["Beth", "Carmody", "Events manager", "opens doors"],
  ]),
  ...contactsOf("restraint-school", "cato", "eva", [["Ashok", "Verma", "Fellow, defence policy", "drafts"]]),
  ...contactsOf("restraint-school", "quincy", "eva", [
    ["Naomi", "Feld", "Fellow, Europe", "drafts"],
    ["Jonas", "Becker", "Research associate", "drafts"],
  ]),
  ...contactsOf("defence-reporters", "defense-news", "eva", [
    ["Nina", "Calder", "Reporter, Europe", "drafts"],
  ]),
  ...contactsOf("defence-reporters", "breaking-defense", "eva", [
    ["Ray", "Okafor", "Reporter, Pentagon", "drafts"],
    ["Mina", "Satori", "Editor, allies", "decides"],
  ]),
  ...contactsOf("defence-reporters", "reuters", "eva", [
    ["Suzanne", "Pell", "Correspondent, national security", "drafts"],
  ]),
  ...contactsOf("defence-reporters", "politico", "eva", [
    ["Theo", "Lambertz", "Reporter, defence budget", "drafts"],
    ["Cora", "Dunne", "Newsletter editor", "opens doors"],
  ]),
  ...contactsOf("defence-reporters", "press-corps", "eva", [
    ["Grant", "Huxtable", "Freelance, Europe’s armies", "drafts"],
  ]),
];
