import { expect, test } from "vitest";
import { everyZone } from "#app/time/wall-time.ts";
import { COMMON_CITIES, explainUnknownZone, readZone, zoneLabel } from "#app/time/zone-choice.ts";

test.for([
  ["Washington", "America/New_York"],
  ["brussels", "Europe/Brussels"],
  ["  new   york ", "America/New_York"],
  ["Ohio", "America/New_York"],
  ["Washington State", "America/Los_Angeles"],
  ["São Paulo", "America/Sao_Paulo"],
  ["Europe/Prague", "Europe/Prague"],
  ["europe/prague", "Europe/Prague"],
  ["Europe/Kiev", "Europe/Kiev"],
  ["UTC", "UTC"],
])("%s is the clock of %s", ([typed, zone]) => {
  expect(readZone(typed ?? "")).toEqual({ ok: true, zone });
});

test.for(["", "  ", "Atlantis", "Kentucky", "12", "../../etc/passwd", "x".repeat(70)])(
  "%s is refused: no clock is called so",
  (typed) => {
    expect(readZone(typed).ok).toBe(false);
  },
);

test("a place that is not known is answered with cities that begin like it", () => {
  const read = readZone("Pragues");
  expect(read).toEqual({ ok: false, near: ["Prague"] });
  expect(explainUnknownZone(["Prague"])).toBe("There is no time zone with that name. Did you mean Prague?");
  expect(explainUnknownZone([])).toContain("large city");
});

test("every clock of this machine is found again under the name that a form gives it", () => {
  const lost = everyZone().filter((zone) => {
    const read = readZone(zoneLabel(zone));
    return !read.ok || read.zone !== zone;
  });
  expect(lost).toEqual([]);
});

test("the cities offered first are all known", () => {
  expect(COMMON_CITIES.filter((city) => !readZone(city).ok)).toEqual([]);
});
