import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { unpackZip } from "#app/http/files/unpack-zip.ts";
import { overlappingZip, writtenZip } from "../support/builders/zip.ts";

const LIMITS = { entries: 100, each: 1_000, total: 5_000 };
const every = () => true;
const bytes = (length: number, fill = 97) => new Uint8Array(length).fill(fill);

test("a zip comes out as it was packed, stored or deflated, but for what is not taken", () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,9}\.md$/), fc.uint8Array({ maxLength: 900 }), {
    maxKeys: 5,
  });
  fc.assert(
    fc.property(files, fc.constantFrom(0, 1, 9) as fc.Arbitrary<0 | 1 | 9>, (given, level) => {
      const unpacked = unpackZip(
        zipSync({ ...given, ".hidden": bytes(3) }, { level }),
        LIMITS,
        (path) => path !== ".hidden",
      );
      expect(unpacked).toEqual({
        ok: true,
        entries: Object.entries(given).map(([name, content]) => ({
          name,
          bytes: expect.toSatisfy((out: Uint8Array) => Buffer.compare(out, content) === 0),
        })),
      });
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["entries that share bytes", overlappingZip(50), "has overlapping entries"],
  [
    "an entry that is larger than it says",
    writtenZip([{ name: "a.md", content: bytes(2_000), claims: 10 }]),
    "“a.md”, which unpacks to more than 0.001 MB",
  ],
  [
    "many that are too much together",
    writtenZip([1, 2, 3, 4, 5, 6].map((one) => ({ name: `${one}.md`, content: bytes(999, one) }))),
    "unpacks to more than 0.005 MB",
  ],
  [
    "too many entries",
    writtenZip(Array.from({ length: 101 }, (_, one) => ({ name: `${one}.md`, content: bytes(1) }))),
    "contains 101 files; the limit is 100",
  ],
  [
    "content that was changed",
    writtenZip([{ name: "a.md", content: bytes(20), checksum: 7 }]),
    "is not a zip file that can be read",
  ],
  ["no zip", bytes(500), "is not a zip file that can be read"],
  ["nothing", bytes(0), "is not a zip file that can be read"],
])("%s are refused in words", (_, zip, fault) => {
  expect(unpackZip(zip, LIMITS, every)).toEqual({ ok: false, fault: expect.stringContaining(fault) });
});

test("however a zip is damaged, it is refused or comes out within its limits", () => {
  const good = zipSync({ "a.md": bytes(500), "b.md": bytes(700, 98) });
  const damages = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(damages, fc.nat(good.length), (changed, cut) => {
      const bad = Uint8Array.from(good);
      for (const [at, value] of changed) bad[at] = value;
      const unpacked = unpackZip(bad.subarray(0, good.length - (cut % 30)), LIMITS, every);
      const size = unpacked.ok ? unpacked.entries.reduce((sum, { bytes }) => sum + bytes.length, 0) : 0;
      expect(size).toBeLessThanOrEqual(LIMITS.total);
    }),
    { numRuns: 500 },
  );
});
