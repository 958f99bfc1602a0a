/** Signs that file systems do not take, and those that would end the header. */
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const LONGEST = 100;

/**
 * The header that gives a file its name: the title as it is, Czech letters included (RFC 6266 with RFC 5987), and for
 * old programs the same name in plain letters. `ending` is the ending with its dot.
 */
export function attachmentHeader(title: string, ending: string): string {
  const name = `${fileName(title)}${ending}`;
  return `attachment; filename="${plainLetters(name)}"; filename*=UTF-8''${encoded(name)}`;
}

function fileName(title: string): string {
  const safe = title.toWellFormed().replaceAll(UNSAFE, " ").replaceAll(/\s+/g, " ").trim();
  const short = [...safe]
    .slice(0, LONGEST)
    .join("")
    .replace(/[. ]+$/, "");
  return short === "" ? "Talking points" : short;
}

function plainLetters(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\x20-\x7e]/g, "_")
    .replaceAll("%", "_");
}

/** RFC 5987 takes fewer signs than addresses do. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
