/**
 * Who is working, in words for the office bar and for histories. Records keep the operator's name (`local-operator`);
 * pages show its title, never a person's name.
 */
import type { Lang } from "./lang.ts";
import { t } from "./messages.ts";
import type { Office } from "./office-bar.tsx";
import type { Worker } from "./worker.ts";

/** @returns undefined for the public, who get no office bar. */
export function officeFor(worker: Worker, lang: Lang): Office | undefined {
  if (worker.kind === "public") return undefined;
  if (worker.kind === "operator") return { who: operatorTitle(worker.name, lang), worker };
  const { body, displayName, otherBodies } = worker;
  const who = body.unit === null ? body.name : `${body.name} ${body.unit}`;
  return { who, person: displayName, canSwitchBody: otherBodies.length > 0, worker };
}

export function operatorTitle(name: string, lang: Lang): string {
  const titles: Readonly<Record<string, string>> = t(lang).frame.operators;
  return Object.hasOwn(titles, name) ? (titles[name] ?? "") : t(lang).frame.operators.other;
}
