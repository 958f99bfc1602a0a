import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Beside the packages, so that the one with a binary of its own is found from there. */
const FOLDER = join(ROOT, "node_modules/.cache/in-one-file");

/** A file of ours with all that it imports as one file of JavaScript: a process of it starts in a fifth of the work. */
export async function inOneFile(file: string): Promise<string> {
  const name = file.replaceAll("/", "-").replace(/\.ts$/, "");
  await build({
    ...{ root: ROOT, configFile: false, logLevel: "error" },
    ssr: { noExternal: true, external: ["sqlite3"] },
    build: {
      ...{ ssr: join(ROOT, file), outDir: FOLDER, emptyOutDir: false, target: "node24" },
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, inlineDynamicImports: true } },
    },
    plugins: [
      {
        name: "files beside a module stay where they are",
        resolveImportMeta: (property, { moduleId }) =>
          property === "url" ? JSON.stringify(pathToFileURL(moduleId).href) : null,
      },
    ],
  });
  return join(FOLDER, `${name}.mjs`);
}
