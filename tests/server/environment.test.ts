import { writeFile } from "node:fs/promises";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readSettings } from "#app/http/environment.ts";
import { freshPath } from "../support/database.ts";

test("an empty environment gives the settings that docs/running.md says", () => {
  expect(readSettings({ PORT: "" })).toEqual({
    ok: true,
    settings: {
      port: 3000,
      host: "127.0.0.1",
      databasePath: "data/demarche.sqlite",
      origin: null,
      logLevel: "info",
      trustedProxy: null,
      mail: null,
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

const MAIL = { SMTP_HOST: "mail.example", MAIL_FROM: "Velvyslanectví <post@mission.example>" };

test("mail is off until SMTP_HOST is set; then the rest has a safe value", () => {
  expect(readSettings({ SMTP_HOST: "" })).toMatchObject({ ok: true, settings: { mail: null } });
  expect(readSettings(MAIL)).toMatchObject({
    settings: {
      mail: {
        host: "mail.example",
        port: 587,
        security: "starttls",
        credentials: null,
        from: { name: "Velvyslanectví", address: "post@mission.example" },
      },
    },
  });
  expect(readSettings({ ...MAIL, SMTP_SECURITY: "tls" })).toMatchObject({
    settings: { mail: { port: 465 } },
  });
  expect(readSettings({ ...MAIL, SMTP_HOST: "localhost" })).toMatchObject({
    settings: { mail: { security: "none", port: 25 } },
  });
});

test.each([
  ["SMTP_HOST", { ...MAIL, SMTP_HOST: "no host" }],
  ["SMTP_HOST", { MAIL_FROM: MAIL.MAIL_FROM }],
  ["SMTP_HOST", { SMTP_PORT: "587" }],
  ["SMTP_PORT", { ...MAIL, SMTP_PORT: "0" }],
  ["SMTP_SECURITY", { ...MAIL, SMTP_SECURITY: "ssl" }],
  ["SMTP_SECURITY", { ...MAIL, SMTP_SECURITY: "none", SMTP_USER: "post", SMTP_PASSWORD: "secret" }],
  ["SMTP_USER", { ...MAIL, SMTP_USER: "post\r\nRCPT", SMTP_PASSWORD: "secret" }],
  ["SMTP_USER", { ...MAIL, SMTP_PASSWORD: "secret" }],
  ["SMTP_PASSWORD", { ...MAIL, SMTP_USER: "post" }],
  ["SMTP_PASSWORD", { ...MAIL, SMTP_USER: "post", SMTP_PASSWORD: "secret", SMTP_PASSWORD_FILE: "file" }],
  ["SMTP_PASSWORD_FILE", { ...MAIL, SMTP_USER: "post", SMTP_PASSWORD_FILE: "no-such-file" }],
  ["MAIL_FROM", { SMTP_HOST: "mail.example" }],
  ["MAIL_FROM", { ...MAIL, MAIL_FROM: "Demarche <demarche>" }],
  ["MAIL_FROM", { ...MAIL, MAIL_FROM: "A <a@b.example>\r\nBcc: c@d.example" }],
])("mail that is set by halves is refused by one sentence that begins with %s: %o", (name, environment) => {
  const read = readSettings(environment);
  expect(read.ok ? "" : read.sentence).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
  expect(JSON.stringify(read)).not.toContain("secret");
});

test("the password of the mail server is in no print of the settings", async () => {
  const file = await freshPath();
  await writeFile(file, "not to be seen\n");
  const read = readSettings({ ...MAIL, SMTP_USER: "post", SMTP_PASSWORD_FILE: file });
  expect(read.ok && read.settings.mail?.credentials?.password()).toBe("not to be seen");
  expect(JSON.stringify(read) + inspect(read, { depth: 9 })).not.toContain("not to be seen");
});
