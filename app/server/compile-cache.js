import module from "node:module";
import { fileURLToPath } from "node:url";

// From the second start on what takes the types out of TypeScript stays out of memory. Not the system's folder for such files:
// whoever writes there would run here. Where nothing can be written it goes without. Threads read the environment.
const folder = fileURLToPath(new URL("../../node_modules/.cache/demarche", import.meta.url));
process.env.NODE_COMPILE_CACHE ??= folder;
module.enableCompileCache?.(folder);
