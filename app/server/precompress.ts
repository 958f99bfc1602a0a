import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BROWSER_FILES } from "./build.ts";

// The last step of the build: sirv sends NAME.br or NAME.gz where the browser takes it.
const files = await readdir(BROWSER_FILES, { recursive: true });
for (const file of files.filter((name) => /\.(js|css|svg|json|txt)$/.test(name))) {
  const path = join(BROWSER_FILES, file);
  const bytes = await readFile(path);
  await writeFile(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
