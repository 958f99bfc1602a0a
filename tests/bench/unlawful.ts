import { Buffer } from "node:buffer";

/** A request; a form or a body makes it a POST. `origin` where it is not our own. */
export type Sent = {
  path: string;
  cookie?: string;
  form?: readonly (readonly [string, string])[];
  body?: BodyInit;
  type?: string;
  origin?: string;
};

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at));

/** A file as a browser sends it with a form. */
function file(name: string, bytes: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.append("file", new Blob([bytes]), name);
  form.append("files", new Blob([bytes]), name);
  return form;
}

const calendar = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...lines, "END:VCALENDAR", ""].join("\r\n");
const repeating = (rule: string) =>
  many(200, (at) =>
    [
      "BEGIN:VEVENT",
      `UID:${at}`,
      "DTSTART:19000101T000000Z",
      "DTEND:19000101T001000Z",
      `RRULE:${rule}`,
      "END:VEVENT",
    ].join("\r\n"),
  );

/** A zip whose many entries all name the same bytes, and claim to be small. */
function overlappingZip(): Uint8Array<ArrayBuffer> {
  const name = Buffer.from("a.md");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const stored = Buffer.alloc(250_000, "# x\n");
  local.writeUInt32LE(stored.length, 18);
  local.writeUInt32LE(1_000, 22);
  const entries = many(1_000, () => "").map(() => {
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(stored.length, 20);
    central.writeUInt32LE(1_000, 24);
    central.writeUInt16LE(name.length, 28);
    return Buffer.concat([central, name]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + name.length + stored.length, 16);
  return new Uint8Array(Buffer.concat([local, name, stored, directory, end]));
}

const FORM = "application/x-www-form-urlencoded";
const ELEVEN_MB = `text=${"a".repeat(11_000_000)}`;

/** Twenty requests, and some more, that no page of ours sends, in the campaign at `home`. */
export const UNLAWFUL = (home: string): { name: string; sent: Sent }[] => [
  { name: "a form of 11 MB", sent: { path: `${home}/feedback/new`, body: ELEVEN_MB, type: FORM } },
  {
    name: "a form of 11 MB without a session",
    sent: { path: `${home}/feedback/new`, cookie: "a=b", body: ELEVEN_MB, type: FORM },
  },
  { name: "a field of 900 KB", sent: { path: `${home}/wishes/new`, form: [["title", "a".repeat(900_000)]] } },
  {
    name: "100,000 fields",
    sent: { path: `${home}/wishes/new`, body: many(100_000, (at) => `f${at}=`).join("&"), type: FORM },
  },
  {
    name: "a name nested a thousand deep",
    sent: { path: `${home}/wishes/new`, form: [[`a${"[0]".repeat(1_000)}`, "x"]] },
  },
  {
    name: "a million places in a list",
    sent: { path: `${home}/wishes/new`, form: [["followUps[999999].text", "x"]] },
  },
  {
    name: "a promise postponed to the year 9999",
    sent: {
      path: `${home}/follow-ups`,
      form: [
        ["act", "postpone"],
        ["followUp", "x"],
        ["dueOn", "9999-12-31"],
      ],
    },
  },
  { name: "a calendar of the year 9999", sent: { path: `${home}/calendar?view=year&date=9999-12-31` } },
  {
    name: "activity from the year 1 to 9999",
    sent: { path: `${home}/reports/activity?from=0001-01-01&to=9999-12-31` },
  },
  {
    name: "figures as known on the first of all days",
    sent: { path: `${home}/reports/effectiveness?on=1900-01-01&known=then` },
  },
  {
    name: "a zip of overlapping entries",
    sent: { path: `${home}/messages/files`, body: file("library.zip", overlappingZip()) },
  },
  {
    name: "a file of 9 MB in one line",
    sent: { path: `${home}/messages/files`, body: file("message.md", "a".repeat(9_000_000)) },
  },
  {
    name: "a calendar that repeats each minute since 1900",
    sent: {
      path: `${home}/calendar/import`,
      body: file("a.ics", calendar(...repeating("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"))),
    },
  },
  {
    name: "a calendar of 9 MB in one line",
    sent: { path: `${home}/calendar/import`, body: file("a.ics", calendar(`X-A:${"a".repeat(9_000_000)}`)) },
  },
  {
    name: "a calendar with a thousand parts inside each other",
    sent: {
      path: `${home}/calendar/import`,
      body: file("a.ics", calendar(...many(1_000, () => "BEGIN:VEVENT"))),
    },
  },
  {
    name: "a table of days with a cell of 900 KB",
    sent: { path: `${home}/session-days/import`, body: file("days.csv", `"${"a,".repeat(450_000)}`) },
  },
  {
    name: "a search for a thousand words",
    sent: { path: `/find?q=${many(1_000, (at) => `w${at}`).join("+")}` },
  },
  {
    name: "a search for a thousand beginnings",
    sent: { path: `/find?q=${many(1_000, () => "a*").join("+")}` },
  },
  {
    name: "a search nested a thousand deep",
    sent: { path: `/find?q=${"(".repeat(1_000)}a${")".repeat(1_000)}` },
  },
  {
    name: "five hundred unknown parameters",
    sent: { path: `${home}/messages?${many(500, (at) => `p${at}=x`).join("&")}` },
  },
  { name: "a NUL in the path", sent: { path: `${home}/messages/%00` } },
  { name: "a path of 10,000 letters", sent: { path: `${home}/${"a".repeat(10_000)}` } },
  {
    name: "the manifest of a thousand paths",
    sent: { path: `/__manifest?${many(300, (at) => `p=${home}/${at}`).join("&")}` },
  },
  {
    name: "a line to plan with 10,000 letters",
    sent: { path: `${home}/events/new?line=${"tue 14:00 ".repeat(1_000)}` },
  },
  {
    name: "a password of 900 KB",
    sent: {
      path: "/sign-in",
      form: [
        ["email", "officer@demarche.example"],
        ["password", "a".repeat(900_000)],
      ],
    },
  },
  {
    name: "a form from elsewhere",
    sent: { path: `${home}/wishes/new`, form: [["title", "a"]], origin: "https://evil.example" },
  },
];
