/** Every route of the application, and addresses that reach it. New routes come in by themselves. */
import type { Hono } from "hono";
import type { RequestEnv } from "../../src/platform/index.ts";

export type Route = Readonly<{ method: string; pattern: string; path: string }>;

/** Values for the variable parts of addresses; the first that fits is taken. */
const SAMPLES = [
  ...[
    "A000001",
    "A000001.json",
    "I000001",
    "1",
    "46201",
    "JP",
    "C000001",
    "B000001",
    "U000001",
    "P000001",
    "2024",
    "result",
  ],
  ...["00000000-0000-4000-8000-000000000000", "a"],
];

export function routesOf(application: Hono<RequestEnv>): readonly Route[] {
  const listed = application.routes.map(({ method, path }) => ({ method, pattern: path, path: fill(path) }));
  const answering = listed.filter(({ method, pattern }) => method !== "ALL" || !pattern.endsWith("*"));
  return [...new Map(answering.map((route) => [`${route.method} ${route.pattern}`, route])).values()];
}

const ENDS_SESSION: readonly string[] = ["/sign-out", "/operator/leave"];

/** Every form, without those after which the one who sends them is nobody any more. */
export function formsOf(application: Hono<RequestEnv>): readonly Route[] {
  return routesOf(application).filter(({ method, path }) => method === "POST" && !ENDS_SESSION.includes(path));
}

/** `/agreements/:id{A[0-9]{6,9}}/edit` as `/agreements/A000001/edit`. */
export function fill(pattern: string, samples: readonly string[] = SAMPLES): string {
  let path = "";
  for (let at = 0; at < pattern.length; ) {
    const name = /^:[A-Za-z_]+/u.exec(pattern.slice(at))?.[0];
    if (name === undefined) {
      path += pattern.charAt(at);
      at += 1;
      continue;
    }
    const rule = ruleAt(pattern, at + name.length);
    const fits = new RegExp(`^(?:${rule === "" ? "[^/]+" : rule.slice(1, -1)})$`, "u");
    path += samples.find((sample) => fits.test(sample)) ?? "x";
    at += name.length + rule.length;
  }
  return path.replace(/[?*]$/u, "");
}

/** The braces after a parameter's name, inner braces included; "" when there are none. */
function ruleAt(pattern: string, start: number): string {
  if (pattern[start] !== "{") return "";
  let depth = 0;
  for (let at = start; at < pattern.length; at += 1) {
    if (pattern[at] === "{") depth += 1;
    if (pattern[at] === "}") depth -= 1;
    if (depth === 0) return pattern.slice(start, at + 1);
  }
  throw new Error(`no end of the rule in ${pattern}`);
}
