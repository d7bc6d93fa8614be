/**
 * A component that is drawn once for each of a few keys and then written as it was: a page of years shows hundreds of
 * the same dozen marks. What it draws was escaped when it was drawn, and may rest on nothing but the key.
 */
import { raw } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";

export type Drawing = ReturnType<typeof raw>;

export function drawnOnce(draw: (key: string) => JSX.Element): (key: string) => Drawing {
  const drawn = new Map<string, Drawing>();
  return (key) => {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const made = raw(String(draw(key)));
    drawn.set(key, made);
    return made;
  };
}
