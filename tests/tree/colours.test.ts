import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RECEPTION_COLOURS } from "#app/documents/drawing.ts";

type Tokens = ReadonlyMap<string, string>;
type Rule = { selector: string; ground: string; ink: string; line: string | null };

/** WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (graphics). */
const TEXT = 4.5;
const GRAPHIC = 3;

const [light, darkByDevice, darkByChoice] = tokenSets(read("app/ui/tokens.css"));
const SCHEMES: readonly [name: string, tokens: Tokens][] = [
  ["light", light],
  ["dark", new Map([...light, ...darkByDevice])],
];
const RULES = rulesOf(read("app/ui/reception.css"));

test("the words on each colour of reception and stance can be read, in light and dark", () => {
  expect(RULES.map(({ selector }) => selector)).toEqual(
    expect.arrayContaining([
      ".reception-n2",
      ".reception-n1",
      ".reception-0",
      ".reception-p1",
      ".reception-p2",
      ".reception-nu",
      ".reception-pu",
      ".reception-mx",
      ".stance-1",
      ".stance-5",
    ]),
  );
  const faint = SCHEMES.flatMap(([scheme, tokens]) =>
    RULES.map(({ selector, ground, ink }) => [scheme, selector, contrast(tokens, ground, ink)] as const),
  ).filter(([, , ratio]) => ratio < TEXT);
  expect(faint).toEqual([]);
});

test("mixed reception is told without its colour: by a frame that stands out, which no other step has", () => {
  const framed = RULES.filter(({ line }) => line !== null);
  expect(framed.map(({ selector }) => selector)).toEqual([".reception-mx"]);
  const faint = SCHEMES.flatMap(([scheme, tokens]) =>
    framed.flatMap(({ ground, line }) =>
      [ground, "paper", "surface"].map(
        (beside) => [scheme, beside, contrast(tokens, line ?? "", beside)] as const,
      ),
    ),
  ).filter(([, , ratio]) => ratio < GRAPHIC);
  expect(faint).toEqual([]);
});

test("no two steps of reception have one ground", () => {
  for (const [scheme, tokens] of SCHEMES) {
    const grounds = RULES.filter(({ selector }) => selector.startsWith(".reception-")).map(({ ground }) =>
      tokens.get(ground),
    );
    expect(new Set(grounds).size, scheme).toBe(grounds.length);
  }
});

test("the colours on paper are those of the screen, and dark by choice is dark by device", () => {
  for (const [step, { ground, ink }] of Object.entries(RECEPTION_COLOURS)) {
    const its = RULES.find(({ selector }) => selector === `.reception-${step}`);
    expect([light.get(its?.ground ?? ""), light.get(its?.ink ?? "")], step).toEqual([ground, ink]);
  }
  expect([...darkByChoice]).toEqual([...darkByDevice]);
});

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** The colours by name: of light, of dark where the device is, and of dark where the reader chose it. */
function tokenSets(css: string): [Tokens, Tokens, Tokens] {
  const [first, ...dark] = css.split(/:root(?::not\(\[data-theme="light"\]\)|\[data-theme="dark"\])\s*\{/);
  const sets = [first, ...dark].map(
    (block) =>
      new Map(
        [...(block ?? "").matchAll(/--([\w-]+):\s*(#[0-9A-F]{6});/gi)].map(([, name, colour]) => [
          name ?? "",
          colour ?? "",
        ]),
      ),
  );
  const [light, byDevice, byChoice] = sets;
  if (light === undefined || byDevice === undefined || byChoice === undefined)
    throw new Error("Three sets of colours");
  return [light, byDevice, byChoice];
}

/** The rules that set a ground and the ink on it, by the names of their colours. */
function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/(\.[\w-]+) \{([^}]*)\}/g)].flatMap(([, selector = "", body = ""]) => {
    const ground = /background: var\(--([\w-]+)\)/.exec(body)?.[1];
    const ink = /(?<![\w-])color: var\(--([\w-]+)\)/.exec(body)?.[1];
    const line = /box-shadow: inset .* var\(--([\w-]+)\)/.exec(body)?.[1] ?? null;
    return ground === undefined || ink === undefined ? [] : [{ selector, ground, ink, line }];
  });
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [low, high] = [one, other].map((name) => luminance(tokens.get(name))).sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Relative luminance, as WCAG 2.2 defines it. A colour that is not there is a fault of the test. */
function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error("A colour that tokens.css does not name");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
