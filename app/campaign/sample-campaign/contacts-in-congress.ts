import { contactsOf, type SampleContact } from "./sample-contact.ts";

export const CONTACTS_IN_CONGRESS: readonly SampleContact[] = [
  ...contactsOf("sfrc-majority", "sfrc", "officer", [
    ["Claire", "Hadley", "Professional staff, majority", "advises"],
    ["Robin", "Castellano", "Deputy staff director, majority", "decides"],
    ["Sam", "Ortega", "Fellow, defence portfolio", "drafts"],
    ["Alex", "Morgan", "Scheduler, majority", "opens doors"],
    ["Dana", "Whitlock", "Counsel, majority", "drafts"],
    ["Miriam", "Oakes", "Hearings clerk", "opens doors"],
  ]),
  ...contactsOf("sfrc-minority", "sfrc", "officer", [
    ["Marcus", "Bell", "Professional staff, minority", "advises"],
    ["Leah", "Brandt", "Deputy staff director, minority", "decides"],
    ["Owen", "Castle", "Legislative fellow, minority", "drafts"],
    ["Tessa", "Lindqvist", "Scheduler, minority", "opens doors"],
    ["Jerome", "Avila", "Counsel, minority", "drafts"],
  ]),
  ...contactsOf("hasc-majority", "hasc", "clearer", [
    ["Tom", "Rusk", "Professional staff, majority", "advises"],
    ["Gwen", "Farraday", "Deputy staff director, majority", "decides"],
    ["Nate", "Holloway", "Professional staff, readiness", "drafts"],
    ["Paula", "Iverson", "Scheduler, majority", "opens doors"],
    ["Craig", "Mendel", "Defence fellow, majority", "drafts"],
    ["Yusuf", "Rahal", "Counsel, majority", "advises"],
  ]),
  ...contactsOf("sasc-minority", "sasc", "clearer", [
    ["Priya", "Nolan", "Professional staff, minority", "drafts"],
    ["Andre", "Whitfield", "Deputy staff director, minority", "decides"],
    ["Kit", "Halvorsen", "Research assistant, minority", "drafts"],
    ["Bea", "Lowell", "Scheduler, minority", "opens doors"],
    ["Hugh", "Trask", "Professional staff, minority", "advises"],
  ]),
  ...contactsOf("nato-observers", "senate", "officer", [
    ["Hollis", "Grantham", "Coordinator of the group, a co-chair’s office", "advises"],
    ["Ivy", "Delacroix", "National security adviser, member office", "advises"],
    ["Peter", "Amundsen", "Foreign policy fellow, member office", "drafts"],
    ["Rosa", "Quintero", "Legislative assistant, member office", "drafts"],
    ["Neil", "Abernathy", "Scheduler, member office", "opens doors"],
    ["Fay", "Lindholm", "Military legislative assistant", "advises"],
  ]),
  ...contactsOf("nato-assembly", "house", "officer", [
    ["Brett", "Calloway", "Staff of the delegation", "advises"],
    ["Joyce", "Pemberton", "Foreign policy adviser, member office", "advises"],
    ["Luis", "Carrasco", "Military legislative assistant", "drafts"],
    ["Amber", "Doyle", "Scheduler, member office", "opens doors"],
    ["Simon", "Teague", "Legislative director, member office", "decides"],
  ]),
  ...contactsOf("homeland-cyber", "homeland", "eva", [
    ["Ingrid", "Sayers", "Professional staff, cybersecurity", "advises"],
    ["Malik", "Benton", "Counsel, cybersecurity", "drafts"],
    ["Lorna", "Petrie", "Scheduler", "opens doors"],
  ]),
];
