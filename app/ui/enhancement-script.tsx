import { createContext, useContext } from "react";

/** The address of the built `entry.client`, known to the server when it renders. */
export const EnhancementSource = createContext<string | null>(null);

/** The one script of every page. Nothing on a page needs it. */
export function EnhancementScript() {
  const source = useContext(EnhancementSource);
  return source === null ? null : <script type="module" src={source} />;
}
