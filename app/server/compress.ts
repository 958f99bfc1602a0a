import { PassThrough, type Transform } from "node:stream";
import { promisify } from "node:util";
import zlib, { constants } from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const zip = promisify(zlib.gzip);

/** Smaller answers fit in one packet as they are. */
const WORTH_IT = 1_024;

/** In bytes. A shorter answer is compressed in less time than it takes to hand it to a thread and to hear of it. */
const AT_ONCE = 65_536;

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml)|image\/svg)/;

type Encoding = "br" | "gzip" | null;
type Compressed = { bytes: Uint8Array; encoding: Encoding };

/** Brotli at quality 4 is as fast as gzip and smaller; a window of 256 KB holds any page. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 };
const GZIP = { level: 5 };

export function isCompressible(type: string): boolean {
  return COMPRESSIBLE.test(type);
}

/** Compresses a whole answer by what the browser accepts. */
export async function compress(bytes: Uint8Array, accepted: string): Promise<Compressed> {
  const encoding = bytes.length < WORTH_IT ? null : encodingFor(accepted);
  if (encoding === null) return { bytes, encoding };
  const isShort = bytes.length <= AT_ONCE;
  if (encoding === "gzip")
    return { bytes: isShort ? zlib.gzipSync(bytes, GZIP) : await zip(bytes, GZIP), encoding };
  const params = { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    bytes: isShort ? zlib.brotliCompressSync(bytes, { params }) : await brotli(bytes, { params }),
    encoding,
  };
}

/** Compresses a long answer as it comes. */
export function compressor(accepted: string): { through: Transform; encoding: Encoding } {
  const encoding = encodingFor(accepted);
  if (encoding === null) return { through: new PassThrough(), encoding };
  const through = encoding === "br" ? zlib.createBrotliCompress({ params: BROTLI }) : zlib.createGzip(GZIP);
  return { through, encoding };
}

function encodingFor(accepted: string): Encoding {
  if (accepts(accepted, "br")) return "br";
  return accepts(accepted, "gzip") ? "gzip" : null;
}

function accepts(header: string, encoding: string): boolean {
  return header.split(",").some((part) => {
    const [name, ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
