import type { ServerBuild } from "@remix-run/node";
import type { Access } from "#app/http/permission.ts";
import { fullPath } from "./every-page.ts";

/** Every access that there is, so that a misspelt one is found. */
export const EVERY_ACCESS: readonly Access[] = [
  "anybody",
  "signed in",
  "administrator",
  "read",
  "write",
  "clear for the embassy",
  "clear for the ministry",
];

export type BuiltRoute = {
  id: string;
  path: string;
  isPage: boolean;
  /** Null where the route has no loader, or no action; "none" where one has no access. */
  loader: Access | "none" | null;
  action: Access | "none" | null;
};

/** Every route of the build with who may call its loader and its action. */
export function builtRoutes(build: ServerBuild): BuiltRoute[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined)
    .map((route) => ({
      id: route.id,
      path: fullPath(build, route.id),
      isPage: "default" in route.module && route.module.default !== undefined,
      loader: accessOf(route.module.loader),
      action: accessOf(route.module.action),
    }));
}

function accessOf(call: unknown): BuiltRoute["loader"] {
  if (typeof call !== "function") return null;
  const stated = "access" in call ? call.access : null;
  return EVERY_ACCESS.find((access) => access === stated) ?? "none";
}
