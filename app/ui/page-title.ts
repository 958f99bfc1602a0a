/** The `meta` of a page: its title, then the product's name. The server puts "Error:" before it when a form is refused. */
export function pageTitle(title: string): { title: string }[] {
  return [{ title: `${title} · Demarche` }];
}
