import type { Role } from "#app/http/permission.ts";

/** For which side somebody in this role clears; null for those who do not. */
export function clearingSide(role: Role): "embassy" | "ministry" | null {
  switch (role) {
    case "embassy clearer":
      return "embassy";
    case "ministry clearer":
      return "ministry";
    case "officer":
    case "reader":
      return null;
  }
}
