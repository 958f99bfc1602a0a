import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller answers fit in one packet as they are. */
const WORTH_IT = 1_024;

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml)|image\/svg)/;

type Compressed = { bytes: Uint8Array; encoding: "br" | "gzip" | null };

export function isCompressible(type: string): boolean {
  return COMPRESSIBLE.test(type);
}

/**
 * Compresses a whole answer by what the browser accepts. Brotli at quality 4 is as fast as gzip and smaller;
 * a window of 256 KB holds any page.
 */
export async function compress(bytes: Uint8Array, accepted: string): Promise<Compressed> {
  if (bytes.length < WORTH_IT) return { bytes, encoding: null };
  if (accepts(accepted, "br")) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return { bytes: await brotli(bytes, { params }), encoding: "br" };
  }
  if (accepts(accepted, "gzip")) return { bytes: await zip(bytes, { level: 5 }), encoding: "gzip" };
  return { bytes, encoding: null };
}

function accepts(header: string, encoding: string): boolean {
  return header.split(",").some((part) => {
    const [name, ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
