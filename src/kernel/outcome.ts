/**
 * What a use case answers when the domain may refuse: a value, or a problem with a stable code.
 *
 * Problems are expected and carry no text and no HTTP status; faults (bugs, broken machines) are thrown.
 */

export type Problem = Readonly<{ code: string }>;

export type Outcome<T, P extends Problem> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem: P }>;

export function succeed<T>(value: T): Outcome<T, never> {
  return { ok: true, value };
}

export function refuse<P extends Problem>(problem: P): Outcome<never, P> {
  return { ok: false, problem };
}
