import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A browser, and what its environment has to hold. */
export type Found = { executablePath: string; env: Record<string, string> };

const PACKAGES = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/**
 * The browser that npm brings, unpacked once for this installation. It is put in its place whole, by one
 * renaming: its own way writes straight to the place where another test file already finds it, half written.
 */
export async function unpackedBrowser(): Promise<Found> {
  const about = await readFile(join(PACKAGES, "@sparticuz/chromium/package.json"), "utf8");
  const folder = join(PACKAGES, ".cache", `demarche-browser-${JSON.parse(about).version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, "chromium"),
    env: { FONTCONFIG_PATH: join(folder, "fonts"), LD_LIBRARY_PATH: join(folder, "al2023", "lib") },
  };
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const half = await mkdtemp(`${folder}-half-`);
  await unpack(half);
  await writeFile(join(half, "fonts", "fonts.conf"), FONTS);
  // Of two that unpack at once one is first, and the other's is thrown away.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
  if (!existsSync(folder)) throw new Error(`The browser could not be unpacked into ${folder}`);
}

/** The package takes its place from the temporary folder and its libraries from the name of a cloud, and sets more. */
async function unpack(folder: string): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x", TMPDIR: folder });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    // Its own flags are left out: one of them switches the browser's rules about origins off.
    await packed.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
