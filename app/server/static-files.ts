import sirv from "sirv";

const YEAR = 31_536_000;

/** Serves what the build made for the browser; files under /assets carry a hash of their content in the name. */
export function staticFiles(folder: string) {
  return sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const isHashed = path.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        isHashed ? `public, max-age=${YEAR}, immutable` : "public, max-age=3600",
      );
    },
  });
}
