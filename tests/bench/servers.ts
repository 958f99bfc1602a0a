import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export type Running = { address: string; processId: number; stop(): Promise<void> };

/** As `npm start` starts it. */
const AS_STARTED = ["--max-semi-space-size=8", "--import", "./app/server/compile-cache.js"];

/** A server as a process of its own; it says its address on its standard output. */
export function startServer(file: string, environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [...AS_STARTED, file], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it listened`)));
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      const address = /http:\/\/[\w.:]+/.exec(said)?.[0];
      if (address !== undefined) resolve({ address, processId: child.pid ?? 0, stop: () => stop(child) });
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Signs in as a browser does and answers with the cookie. */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email, password, to: "/" }),
    headers: { Origin: address },
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (cookie === undefined) throw new Error(`Signing in as ${email} answered ${answer.status}`);
  return cookie;
}
