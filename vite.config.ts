import { relative } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Manifest, normalizePath, type Plugin } from "vite";
import options from "./remix.config.js";

const ENTRY = "app/entry.client.tsx";
const MANIFEST = ".vite/manifest.json";
const MODULES = ".vite/modules.json";

/**
 * Pages are not hydrated: all that a browser runs is `entry.client`, and nothing else is built for one. Remix looks each route
 * up in the manifest of that build, and finds the same script there; styles and pictures it takes from the server's build.
 * Which modules went into each script stays beside them, for a test of what browsers get.
 */
function browsersGetTheEntryAlone(): Plugin {
  let inputs: string[] = [];
  return {
    name: "browsers-get-the-entry-alone",
    apply: (_config, { command, isSsrBuild }) => command === "build" && isSsrBuild !== true,
    options({ input, ...others }) {
      inputs = Array.isArray(input) ? input.map(fromHere) : [];
      return { ...others, input: ENTRY };
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const manifest = bundle[MANIFEST];
        if (manifest?.type !== "asset") return this.error(`Vite wrote no ${MANIFEST}.`);
        const built: Manifest = JSON.parse(String(manifest.source));
        manifest.source = JSON.stringify({
          ...built,
          ...Object.fromEntries(inputs.map((input) => [input, built[ENTRY]])),
        });
        const modules = Object.values(bundle).flatMap((file) =>
          file.type === "chunk" ? [[file.fileName, file.moduleIds.map(fromHere)]] : [],
        );
        this.emitFile({
          type: "asset",
          fileName: MODULES,
          source: JSON.stringify(Object.fromEntries(modules), null, 2),
        });
      },
    },
  };
}

function fromHere(path: string): string {
  return normalizePath(relative(import.meta.dirname, path.replace("\0", "")));
}

export default defineConfig({
  plugins: [browsersGetTheEntryAlone(), remix(options)],
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr: { external: ["sqlite3", "@node-rs/argon2"] },
});
