/**
 * Who is working, in words for the office bar and for histories. Records keep the operator's name (`local-operator`);
 * pages show its title, never a person's name.
 *
 * The platform's actors fit `Worker`; the kit knows no platform.
 */
import type { Lang } from "./lang.ts";
import { t } from "./messages.ts";
import type { Office } from "./office-bar.tsx";

export type Worker = Readonly<{ kind: "public" }> | Readonly<{ kind: "operator"; name: string }>;

/** @returns undefined for the public, who get no office bar. */
export function officeFor(worker: Worker, lang: Lang): Office | undefined {
  return worker.kind === "operator" ? { who: operatorTitle(worker.name, lang) } : undefined;
}

export function operatorTitle(name: string, lang: Lang): string {
  const titles: Readonly<Record<string, string>> = t(lang).frame.operators;
  return Object.hasOwn(titles, name) ? (titles[name] ?? "") : t(lang).frame.operators.other;
}
