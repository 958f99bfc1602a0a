import { type ChildProcess, fork, type Serializable } from "node:child_process";
import { fileURLToPath } from "node:url";

/** In megabytes, of what JavaScript keeps; the bytes of files lie beside it. */
export type ProcessMemory = { oldMemory: number; youngMemory: number };

/** How a process was lost: memory used up, by its own limit or the machine's, or anything else. */
export type ProcessLost = "out of memory" | "died";

export type SeparateProcess<Asked> = {
  ask(asked: Asked): void;
  /** Whether this process stays for the other; it does from the start. */
  isAwaited(isAwaited: boolean): void;
  /** Settles when it has ended; nothing more is told of it. */
  end(): Promise<void>;
};

/** JavaScript's engine aborts where memory is used up; the system kills. */
const OUT_OF_MEMORY: readonly (NodeJS.Signals | null)[] = ["SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL"];

/**
 * Runs a file in a process of its own. A thread would not do: one that fills a large table beyond its limit does not end by
 * itself but aborts the process that it runs in, with everybody's requests.
 */
export function startProcess<Asked, Told>(
  file: URL,
  { oldMemory, youngMemory }: ProcessMemory,
  hear: { told(told: Told): void; lost(why: ProcessLost): void },
): SeparateProcess<Asked> {
  // The young part is three times the space that is named here.
  const semiSpace = Math.ceil(youngMemory / 3);
  const child: ChildProcess = fork(fileURLToPath(file), {
    execArgv: [`--max-old-space-size=${oldMemory}`, `--max-semi-space-size=${semiSpace}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let isOver = false;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const over = (why: ProcessLost) => {
    resolve();
    if (isOver) return;
    isOver = true;
    hear.lost(why);
  };
  child.on("message", (told) => {
    if (!isOver) hear.told(told as Told);
  });
  child.on("exit", (_, signal) => over(OUT_OF_MEMORY.includes(signal) ? "out of memory" : "died"));
  child.on("error", () => over("died"));
  return {
    // What cannot be sent any more was lost with the process, and that is told.
    ask: (asked) => void child.send(asked as Serializable, () => {}),
    isAwaited(isAwaited) {
      const held = [child, child.channel];
      for (const one of held) isAwaited ? one?.ref() : one?.unref();
    },
    end() {
      isOver = true;
      child.ref();
      child.kill("SIGKILL");
      return gone;
    },
  };
}

/** The other side: answers whoever started it, and ends with them; a signal to all of them is theirs to follow. */
export function answerStarter<Asked, Told>(answer: (asked: Asked, tell: (told: Told) => void) => void): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  process.on("disconnect", () => process.exit());
  process.on("message", (asked) => answer(asked as Asked, (told) => void process.send?.(told)));
}
