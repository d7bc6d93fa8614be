/** What the product's code does not do anywhere, and the few places where it does something that needs care. */
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = globSync("src/**/*.{ts,tsx}")
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !/\.test\.tsx?$|\/testing\//u.test(path))
  .map((path) => ({ path, code: withoutComments(readFileSync(path, "utf8")) }));

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/(^|\s)\/\/.*$/gmu, "$1");
}

function filesWith(pattern: RegExp): readonly string[] {
  return files.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

function outside(found: readonly string[], allowed: RegExp): readonly string[] {
  return found.filter((path) => !allowed.test(path));
}

it("the code was found", () => {
  expect(files.length).toBeGreaterThan(300);
});

it("nothing asks another machine, but for mail and the office's own sign-in", () => {
  const client = /(?<![.\w]|async )fetch\(|XMLHttpRequest|new WebSocket|from "(?:axios|undici|got|node-fetch)"/u;
  const socket = /^import (?!type\b).*from "(?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/[^"]*)?"/mu;
  const asks = [...filesWith(client), ...filesWith(socket)];
  // client.ts only asks node:net what an address is; postgres/ speaks to our own database; an island runs in the
  // browser, whose policy lets it ask this server only.
  expect(
    outside(asks, /^src\/platform\/(?:mail|accounts|postgres)\/|^src\/platform\/http\/client\.ts$|-island\.ts$/u),
  ).toEqual([]);
});

it("no text becomes code: no eval, no Function, no vm, no import of a computed name", () => {
  expect(
    filesWith(/(?<![.\w])eval\(|new Function\(|from "node:vm"|setTimeout\(\s*["'`]|setInterval\(\s*["'`]/u),
  ).toEqual([]);
  expect(outside(filesWith(/(?<![.\w])import\((?!")/u), /^$/u)).toEqual([]);
  // The watch over a worker's memory is a constant text.
  expect(outside(filesWith(/eval: true/u), /^src\/documents\/watch-memory\.ts$/u)).toEqual([]);
});

it("no text becomes markup unescaped", () => {
  const raw = filesWith(/dangerouslySetInnerHTML|innerHTML|(?<![.\w])raw\(|from "hono\/html"|document\.write/u);
  expect(outside(raw, /^src\/ui\/|^src\/documents\/writers\/|^src\/platform\/mail\//u)).toEqual([]);
});

it("programs are started by name and list of words, never by a line for a shell", () => {
  const starts = filesWith(/node:child_process/u);
  expect(outside(starts, /^src\/platform\/postgres\/|^src\/documents\/worker-process\.ts$/u)).toEqual([]);
  expect(filesWith(/\bexec\(\s*[`"']|execSync\(|shell: true/u)).toEqual([]);
});

it("SQL is written with parameters; names that are not come from our own lists", () => {
  expect(outside(filesWith(/sql\.raw\(|sql\.lit\(/u), /^src\/(?:platform|registry)\//u)).toEqual([]);
  expect(
    filesWith(/\.query\(\s*`[^`]*\$\{(?!Math\.trunc|pg\.escape|claims|begin)/u).filter(
      (path) => !/^src\/platform\/(?:backup|database|postgres|accounts|jobs)\//u.test(path),
    ),
  ).toEqual([]);
});

it("whatever must not be guessed comes from the system's randomness", () => {
  expect(filesWith(/Math\.random\(/u)).toEqual([]);
});

it("weak hashes are used nowhere", () => {
  expect(filesWith(/createHash\(["'](?:md5|sha1|md4|ripemd)/u)).toEqual([]);
  expect(filesWith(/createCipher\(|aes-\d+-ecb|des-|rc4/iu)).toEqual([]);
});

it("secrets are found by their hash, so no comparison can be timed", () => {
  const compared = filesWith(
    /\b(?:token|session|secret|code|password)\w*\s*===\s*(?!undefined|null|"")[a-z]\w*\.?(?:token|session|secret|password)/iu,
  );
  expect(compared).toEqual([]);
});

it("pages keep nothing in the browser's storage", () => {
  expect(filesWith(/localStorage|sessionStorage|indexedDB/u)).toEqual([]);
});

it("addresses in pages come from the one link that knows which may stand there", () => {
  const bare = filesWith(/<a\s[^>]*href=\{/u);
  expect(outside(bare, /^src\/ui\/|^src\/documents\/writers\//u)).toEqual([]);
});
