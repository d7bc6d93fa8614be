/** How criteria of any kind stand in an address: each under its one name, in one order, and only what is said. */
import { FIELDS, type Field, isField } from "./field.ts";

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Without the criteria that nobody asked for. */
export function onlySaid<T extends object>(loose: Loose<Required<T>>): T {
  const said = Object.entries(loose).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as T; // the undefined ones are gone
}

/** @param names in the order in which they are written. */
export function writeParameters(
  names: readonly string[],
  said: Readonly<Record<string, string | number | undefined>>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = said[name];
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  return parameters;
}

/** An address may carry the circled number or the plain one: ?field=① and ?field=1. */
export function fieldSaid(text: string): Field | undefined {
  return isField(text) ? text : FIELDS[/^[1-9]$/.test(text) ? Number(text) - 1 : -1];
}
