import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

type Leaf = { id: string; segments: readonly string[] };

/**
 * The ways in which a build answers, each knowing only the routes that an address could mean. The router sorts and compiles all
 * the routes that it knows several times for each request, which with eighty of them costs more than the page.
 */
export function narrowedAnswers(build: ServerBuild): (pathname: string) => RequestHandler {
  const leaves = leavesOf(build);
  const answers = new Map<string, RequestHandler>();
  return (pathname) => {
    const ids = idsFor(leaves, pathname);
    const key = ids.join(" ");
    const known = answers.get(key) ?? createRequestHandler(narrowed(build, ids), "production");
    answers.set(key, known);
    return known;
  };
}

function leavesOf({ routes }: ServerBuild): Leaf[] {
  return Object.values(routes).flatMap((route) =>
    route?.path === undefined && !route?.index
      ? []
      : [{ id: route.id, segments: segmentsOf(routes, route.id) }],
  );
}

function segmentsOf(routes: ServerBuild["routes"], id: string): string[] {
  const route = routes[id];
  if (route === undefined) return [];
  const above = route.parentId === undefined ? [] : segmentsOf(routes, route.parentId);
  return [...above, ...partsOf(route.path ?? "")];
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** The routes whose fixed segments are those of the address; none leaves all of them to the router. */
function idsFor(leaves: readonly Leaf[], pathname: string): string[] {
  const parts = partsOf(pathname.toLowerCase());
  return leaves
    .filter(
      ({ segments }) =>
        segments.length === parts.length &&
        segments.every((segment, index) => segment.startsWith(":") || segment.toLowerCase() === parts[index]),
    )
    .map(({ id }) => id);
}

function narrowed(build: ServerBuild, ids: readonly string[]): ServerBuild {
  if (ids.length === 0) return build;
  const kept = new Set(ids.flatMap((id) => lineOf(build, id)));
  const keep = <Value>(routes: Record<string, Value>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  };
}

function lineOf({ routes }: ServerBuild, id: string): string[] {
  const line: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) line.push(at);
  return line;
}
