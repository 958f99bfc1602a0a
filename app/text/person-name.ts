/** How somebody is called at the head of a line: by name, or where it was erased as nobody on record. Source: DOMAIN.md, rule 8. */
export function personName(name: string): string {
  return name === "" ? NOT_RECORDED : name;
}

const NOT_RECORDED = "A person no longer recorded";

/** Whether somebody so called is still on record, and can be written to. */
export function isOnRecord(name: string): boolean {
  return name !== "" && name !== NOT_RECORDED;
}
