/**
 * A real Chromium for the journeys: the one inside @sparticuz/chromium, with the libraries it brings itself and a
 * Japanese font from npm, so that nothing has to be installed on the machine. A Chromium of the system is only the
 * fallback; when neither starts, the run fails and says what is missing.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--headless=new",
];
const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function launchBrowser(): Promise<Browser> {
  const problems: string[] = [];
  for (const candidate of [await shippedBrowser(problems), ...SYSTEM_BROWSERS.filter(existsSync)]) {
    if (candidate === undefined) continue;
    try {
      return await playwright.launch({ executablePath: candidate, args: FLAGS, headless: true });
    } catch (error) {
      problems.push(`${candidate}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No browser could be started, so the journeys cannot run.\n${problems.join("\n")}`);
}

/** The package unpacks into TMPDIR and reuses what lies there, so the folder carries its version. */
async function shippedBrowser(problems: string[]): Promise<string | undefined> {
  const require = createRequire(import.meta.url);
  const home = packageFolder(require.resolve("@sparticuz/chromium"));
  const { version } = require(join(home, "package.json")) as { version: string }; // npm wrote it
  const folder = join(tmpdir(), `kakehashi-chromium-${version}-${process.getuid?.() ?? "user"}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs24.x"; // makes it unpack its own nss libraries
  try {
    const { default: shipped } = await import("@sparticuz/chromium");
    const path = await shipped.executablePath();
    giveJapaneseFont(folder);
    return path;
  } catch (error) {
    problems.push(`@sparticuz/chromium ${version}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function packageFolder(entry: string): string {
  let folder = dirname(entry);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

function giveJapaneseFont(folder: string): void {
  const require = createRequire(import.meta.url);
  const fonts = join(packageFolder(require.resolve("@expo-google-fonts/noto-sans-jp/package.json")));
  const target = join(folder, "japanese-fonts");
  mkdirSync(target, { recursive: true });
  for (const weight of ["400Regular", "700Bold"]) {
    for (const file of readdirSync(join(fonts, weight)).filter((name) => name.endsWith(".ttf"))) {
      if (!existsSync(join(target, file))) cpSync(join(fonts, weight, file), join(target, file));
    }
  }
  const config = join(folder, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${target}</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = config;
}
