import postcss, { type AtRule, type Declaration, type Rule } from "postcss";
import selectorParser from "postcss-selector-parser";
import valueParser from "postcss-value-parser";
import ts from "typescript";
import { walk } from "../census/source-files.ts";

export type Text = { path: string; text: string };

const SPACED = /^(margin|padding|gap$|row-gap$|column-gap$)/;
/** Finer than the grid of 4 px: the gaps of rules and outlines; and what is no length. */
const LENGTHS_THAT_STAND = new Set(["0", "1px", "2px", "3px", "-1px", "-3px", "auto", "inherit"]);
const COLOURED = /^(color|background|border|outline|fill$|stroke$|box-shadow|text-decoration|accent-color)/;
const COLOUR_FUNCTIONS = new Set([
  "rgb",
  "rgba",
  "hsl",
  "hsla",
  "hwb",
  "lab",
  "lch",
  "oklab",
  "oklch",
  "color",
]);
const COLOUR_NAMES = new Set("black white gray grey red green blue yellow orange silver".split(" "));
const TOKENS = "tokens.css";

/**
 * What is wrong with the sheets: a class that two sheets name, that no page has or that nothing styles, a name too short
 * to mean something, and spaces and colours that are no tokens. `readers` are scripts and tests: what they look for may be unstyled.
 */
export function styleFaults(
  sheets: readonly Text[],
  sources: readonly Text[],
  readers: readonly Text[] = [],
): string[] {
  const rules = sheets.flatMap(rulesOf);
  const sheetsByClass = Map.groupBy(
    rules.flatMap(({ path, rule }) => classesOf(rule.selector).map((name) => ({ name, path }))),
    ({ name }) => name,
  );
  const { given, mentioned } = classesIn(sources);
  const isRead = (name: string) => readers.some(({ text }) => new RegExp(`\\.${name}(?![\\w-])`).test(text));
  const styled = [...sheetsByClass.keys()].sort();
  return [
    ...styled.flatMap((name) => {
      const paths = [...new Set(sheetsByClass.get(name)?.map(({ path }) => path))];
      return paths.length > 1 ? [`.${name} is named by ${paths.sort().join(" and ")}`] : [];
    }),
    ...styled.filter((name) => !mentioned(name)).map((name) => `.${name} is styled, and nothing has it`),
    ...styled.filter((name) => name.length < 4).map((name) => `.${name} is too short to mean something`),
    ...given
      .filter(({ name }) => !sheetsByClass.has(name) && !isRead(name))
      .map(({ name, path }) => `.${name} of ${path} is styled nowhere`),
    ...readers.flatMap(({ path, text }) =>
      lookedFor(text)
        .filter((name) => !sheetsByClass.has(name) && !given.some((one) => one.name === name))
        .map((name) => `.${name} is looked for by ${path}, and nothing has it`),
    ),
    ...sheets.flatMap(declarationFaults),
  ];
}

/** The classes that a script or a test looks for on a page: each is styled, or given by a page. */
function lookedFor(text: string): string[] {
  const looks = text.matchAll(
    /(?:querySelector(?:All)?(?:<\w+>)?|closest|matches|locator)\(\s*["'`]([^"'`]*)/g,
  );
  return [...looks].flatMap(([, selector = ""]) =>
    [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name),
  );
}

function rulesOf({ path, text }: Text): { path: string; rule: Rule }[] {
  const rules: { path: string; rule: Rule }[] = [];
  postcss.parse(text, { from: path }).walkRules((rule) => {
    if (!isWithin(rule, "keyframes")) rules.push({ path, rule });
  });
  return rules;
}

function isWithin(node: Rule | Declaration, name: string): boolean {
  for (let over = node.parent; over !== undefined; over = over.parent as typeof over)
    if (over.type === "atrule" && (over as AtRule).name === name) return true;
  return false;
}

function classesOf(selector: string): string[] {
  const names: string[] = [];
  selectorParser((tree) => tree.walkClasses(({ value }) => void names.push(value))).processSync(selector);
  return names;
}

/** The classes that elements are given by name, and whether a class is mentioned: whole, or by its beginning before what is put in. */
function classesIn(sources: readonly Text[]) {
  const given: { name: string; path: string }[] = [];
  const words = new Set<string>();
  const beginnings = new Set<string>();
  for (const { path, text } of sources) {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    walk(tree, (node) => {
      const isCut = node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateMiddle;
      if (!isCut && !ts.isStringLiteralLike(node) && node.kind !== ts.SyntaxKind.TemplateTail) return;
      const parts = (node as ts.LiteralLikeNode).text.split(/\s+/);
      if (isCut) beginnings.add(parts.pop() ?? "");
      for (const part of parts) words.add(part);
      if (isOfClassName(node))
        given.push(...parts.filter((part) => part !== "").map((name) => ({ name, path })));
    });
  }
  beginnings.delete("");
  const mentioned = (name: string) =>
    words.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning));
  return { given, mentioned };
}

function isOfClassName(node: ts.Node): boolean {
  for (
    let over = node.parent;
    !ts.isJsxOpeningLikeElement(over) && over.parent !== undefined;
    over = over.parent
  ) {
    if (ts.isBinaryExpression(over)) return false;
    if (ts.isJsxAttribute(over)) return over.name.getText() === "className";
  }
  return false;
}

function declarationFaults({ path, text }: Text): string[] {
  const faults: string[] = [];
  if (path.endsWith(TOKENS)) return faults;
  postcss.parse(text, { from: path }).walkDecls((declaration) => {
    const { prop, value } = declaration;
    const where = `${path}:${declaration.source?.start?.line}: ${prop}: ${value}`;
    if (SPACED.test(prop) && !isWithin(declaration, "page") && !areSpaces(value))
      faults.push(`${where} is no token of space`);
    if (COLOURED.test(prop) && namesColour(value)) faults.push(`${where} is no token of colour`);
  });
  return faults;
}

/** Each part is a token of space, a part of the letters' own size, or sums of these. */
function areSpaces(value: string): boolean {
  let isRight = true;
  valueParser(value).walk((node) => {
    if (node.type === "function") {
      if (node.value === "var") {
        isRight &&= /^--(space-\d+|[\w-]+-(gap|padding|margin|indent))$/.test(node.nodes[0]?.value ?? "");
        return false;
      }
      isRight &&= node.value === "calc" || node.value === "";
    }
    if (node.type === "word" && !isWithinCalc(node.value)) isRight &&= stands(node.value);
    return undefined;
  });
  return isRight;
}

const isWithinCalc = (word: string) => /^([-+*/]|-1)$/.test(word);

function stands(word: string): boolean {
  return LENGTHS_THAT_STAND.has(word) || /^-?\d*\.?\d+em$/.test(word);
}

function namesColour(value: string): boolean {
  let isNamed = false;
  valueParser(value).walk((node) => {
    if (node.type === "function" && node.value === "var") return false;
    if (node.type === "function") isNamed ||= COLOUR_FUNCTIONS.has(node.value);
    if (node.type === "word") isNamed ||= node.value.startsWith("#") || COLOUR_NAMES.has(node.value);
    return undefined;
  });
  return isNamed;
}
