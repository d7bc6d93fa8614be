/** Source line: where the facts above come from, as of when. */
import type { Child } from "hono/jsx";
import { SourceIcon } from "./icons.tsx";

export type ProvProps = Readonly<{ children?: Child }>;

export function Prov({ children }: ProvProps) {
  return (
    <p class="prov mt-s">
      <SourceIcon />
      {children}
    </p>
  );
}
