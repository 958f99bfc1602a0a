import { Agent, get } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** Asks /healthz again and again on a thread of its own; each message is answered with the longest wait since the last. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let longest = 0;
let asked = performance.now();

/** A connection that the server closes just then is no answer: it is asked again, and the wait goes on. */
function healthz(): Promise<void> {
  return new Promise((resolve) => {
    get(`${workerData}/healthz`, { agent }, (answer) => answer.resume().once("end", resolve)).once(
      "error",
      () => setTimeout(() => healthz().then(resolve), 1),
    );
  });
}

parentPort?.on("message", () => {
  parentPort?.postMessage(Math.max(longest, performance.now() - asked));
  longest = 0;
  asked = performance.now();
});

for (;;) {
  asked = performance.now();
  await healthz();
  longest = Math.max(longest, performance.now() - asked);
  await new Promise((resolve) => setTimeout(resolve, 2));
}
