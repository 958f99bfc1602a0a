import { connect, type Socket } from "node:net";

/** What is asked, again and again, on one connection that stays open; `etag` is what the asker says it has already. */
export type Target = { address: string; path: string; cookie: string; etag?: string };

export type Client = { ask(): Promise<number>; close(): void };

/** A client as thin as can be, so that the time is the server's: answers with the bytes of the body, throws when it is no 200, nor a 304. */
export function openClient({ address, path, cookie, etag }: Target): Promise<Client> {
  const { hostname, port, host } = new URL(address);
  const known = etag === undefined ? "" : `If-None-Match: ${etag}\r\n`;
  const asked = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nAccept-Encoding: br\r\n${known}\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    socket.once("error", reject);
    socket.once("connect", () =>
      resolve({ ask: () => askOn(socket, asked, path), close: () => socket.destroy() }),
    );
  });
}

function askOn(socket: Socket, asked: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let had = 0;
    let wanted: { whole: number; body: number } | null = null;
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      had += chunk.length;
      wanted ??= sizeOf(Buffer.concat(chunks), path);
      if (wanted !== null && had >= wanted.whole) end(() => resolve(wanted?.body ?? 0));
    };
    const lost = () => end(() => reject(new Error(`The server closed the connection at ${path}`)));
    const end = (settle: () => void) => {
      socket.off("data", take);
      socket.off("close", lost);
      settle();
    };
    socket.on("data", take);
    socket.on("close", lost);
    if (socket.destroyed) lost();
    else socket.write(asked);
  });
}

/** The length of the whole answer, once its head has come. */
function sizeOf(bytes: Buffer, path: string): { whole: number; body: number } | null {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd < 0) return null;
  const head = bytes.toString("latin1", 0, headEnd);
  if (head.startsWith("HTTP/1.1 304")) return { whole: headEnd + 4, body: 0 };
  if (!head.startsWith("HTTP/1.1 200")) throw new Error(`${path} answered ${head.split("\r\n")[0]}`);
  const body = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  if (!Number.isFinite(body)) throw new Error(`${path} answered without a length`);
  return { whole: headEnd + 4 + body, body };
}
