import { expect, test } from "vitest";
import { readSettings } from "#app/http/environment.ts";

test("an empty environment gives the settings of the README", () => {
  expect(readSettings({ PORT: "" })).toEqual({
    ok: true,
    settings: {
      port: 3000,
      host: "127.0.0.1",
      databasePath: "data/demarche.sqlite",
      origin: null,
      logLevel: "info",
      trustedProxy: null,
    },
  });
});

test.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["HOST", "no host"],
  ["APP_ORIGIN", "demarche.example"],
  ["APP_ORIGIN", "https://demarche.example/app"],
  ["APP_ORIGIN", "ftp://demarche.example"],
  ["LOG_LEVEL", "loud"],
  ["TRUSTED_PROXY", "proxy.example"],
])("a bad %s is refused by one sentence that names it", (name, value) => {
  const read = readSettings({ [name]: value });
  expect(read.ok ? "" : read.sentence).toMatch(new RegExp(`^${name} takes .+\\.$`));
});

test("listening for other machines needs APP_ORIGIN", () => {
  const read = readSettings({ HOST: "0.0.0.0" });
  expect(read.ok ? "" : read.sentence).toMatch(/^APP_ORIGIN is required/);
  expect(readSettings({ HOST: "0.0.0.0", APP_ORIGIN: "https://demarche.example/" })).toMatchObject({
    ok: true,
    settings: { origin: "https://demarche.example" },
  });
});
