import { type RequestOptions, request } from "node:http";
import { connect } from "node:net";

export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  bytes: Buffer;
};

/** A request as it is given: unlike `fetch`, it may carry any Host and Origin. The body may come in pieces. */
export function ask(
  address: string,
  path: string,
  options: RequestOptions & { body?: string | AsyncIterable<Buffer> } = {},
): Promise<RawAnswer> {
  const { body, ...rest } = options;
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is used again may be closed by the server just then.
    const sent = request(address, { path, agent: false, ...rest }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        let text: string | null = null;
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes,
          /** Made when it is read: most files are no text. */
          get text() {
            text ??= bytes.toString("utf8");
            return text;
          },
        });
      });
      answer.on("error", reject);
    });
    sent.on("error", reject);
    if (body === undefined || typeof body === "string") sent.end(body);
    else void sendPieces(sent, body);
  });
}

async function sendPieces(sent: ReturnType<typeof request>, pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of pieces) {
    if (sent.destroyed) return;
    if (!sent.write(piece))
      await new Promise((resolve) => sent.once("drain", resolve).once("close", resolve));
  }
  sent.end();
}

/** Bytes straight onto the socket; resolves with what came back when the server closed it. */
export function askByBytes(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
    });
    socket.on("close", () => resolve(text));
    // Cut off after the answer, with bytes of the request still unread, the connection ends in an error.
    socket.on("error", (fault) => (text === "" ? reject(fault) : resolve(text)));
  });
}

/** The status of the answer to bytes straight onto the socket, as soon as it is there; the connection is then left. */
export function statusByBytes(address: string, ...pieces: readonly (string | Buffer)[]): Promise<number> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece);
    });
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const status = /^HTTP\/1\.1 (\d{3}) .*?\r\n\r\n/s.exec(text)?.[1];
      if (status === undefined) return;
      resolve(Number(status));
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`The connection was closed after “${text}”`)));
  });
}
