import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BROWSER_FILES } from "./build.ts";

// The last step of the build. The list of all routes, which only a page that hydrates would ask for, goes.
const files = (await readdir(BROWSER_FILES, { recursive: true })).map((file) => join(BROWSER_FILES, file));
const isListOfRoutes = (file: string) => /\bmanifest-\w+\.js$/.test(file);
for (const file of files.filter(isListOfRoutes)) await rm(file);

// sirv sends NAME.br or NAME.gz where the browser takes it.
for (const file of files.filter((name) => /\.(js|css|svg|txt)$/.test(name) && !isListOfRoutes(name))) {
  const bytes = await readFile(file);
  await writeFile(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
