import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The colours that text was seen in on its ground: what axe has said of them once holds wherever they stand. */
const seen = new Set<string>();

/** What axe finds on the page as it stands, in one line each; `colours` looks at the contrast alone. */
export async function axeFindings(
  page: Page,
  which: "everything" | "colours" = "everything",
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const findings = which === "everything" ? await page.evaluate(findingsButContrast, RULES) : [];
  const { colours, bad } = await page.evaluate(contrastFindings, [...seen]);
  // What is bad is said of each page that it stands on.
  if (bad.length === 0) for (const each of colours) seen.add(each);
  return [...findings, ...bad];
}

async function findingsButContrast(tags: string[]): Promise<string[]> {
  const { violations } = await window.axe.run(document, {
    runOnly: tags,
    rules: { "color-contrast": { enabled: false } },
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

/** Runs in the page: what axe says of the contrast of texts, of each set of colours once. */
async function contrastFindings(known: string[]): Promise<{ colours: string[]; bad: string[] }> {
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const grounds = new Map<Element | null, string>([[null, ""]]);
  /** What is painted below a text in the element, from the page's own ground on. */
  const groundOf = (element: Element | null): string => {
    const ground = grounds.get(element);
    if (ground !== undefined || element === null) return ground ?? "";
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = styleOf(element);
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join("|");
    const below = groundOf(element.parentElement);
    const whole = own === "rgba(0, 0, 0, 0)|none|1|none|normal" ? below : `${below};${own}`;
    grounds.set(element, whole);
    return whole;
  };
  const all = [...document.querySelectorAll("body, body *")];
  // What is laid over others is a ground, or hides one, without being its parent.
  const laid = all.filter((each) => styleOf(each).position !== "static" && each !== document.body);
  const places = laid.map((each) => each.getBoundingClientRect());
  /** What is painted by those that the element lies over or under, without being in them. */
  const groundsOver = (element: Element) => {
    const own = element.getBoundingClientRect();
    const over = laid.filter((each, index) => {
      const place = places[index];
      if (place === undefined || each === element || each.contains(element)) return false;
      const { left, right, top, bottom } = place;
      return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
    });
    return [...new Set(over.map((each) => `${groundOf(each)} ${styleOf(each).zIndex}`))].sort().join("/");
  };
  const isText = (element: Element) =>
    element.matches("input, select, textarea") ||
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
    );
  const colours = new Set(known);
  const firsts = all.filter((element) => {
    if (!isText(element) || !element.checkVisibility({ visibilityProperty: true })) return false;
    const { color, fontSize, fontWeight, textShadow } = styleOf(element);
    const key = [color, fontSize, fontWeight, textShadow, groundOf(element), groundsOver(element)].join("|");
    const isNew = !colours.has(key);
    colours.add(key);
    return isNew;
  });
  const fresh = [...colours].slice(known.length);
  if (firsts.length === 0) return { colours: fresh, bad: [] };
  const { violations } = await window.axe.run(firsts as unknown as axe.ElementContext, {
    runOnly: ["color-contrast"],
    resultTypes: ["violations"],
  });
  return {
    colours: fresh,
    bad: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`)),
  };
}
