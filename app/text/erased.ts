/** How somebody is called at the head of a line: by name, or where it was erased as nobody on record. Source: DOMAIN.md, rule 8. */
export function personName(name: string): string {
  return name === "" ? "A person no longer recorded" : name;
}
