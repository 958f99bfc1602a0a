import { createServer } from "node:http";

// What answering "unchanged" costs at least: a plain server that looks at nothing.
const server = createServer((request, response) => {
  response.writeHead(304, { ETag: request.headers["if-none-match"] ?? "" }).end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
process.once("SIGTERM", () => process.exit(0));
