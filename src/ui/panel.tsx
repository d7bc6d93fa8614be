/** Boxes, for what stands apart from the page: sources, history, citations, results. */
import type { Child } from "hono/jsx";

export type PanelProps = Readonly<{
  title: string;
  look?: "soft" | "key" | "plain" | undefined;
  id?: string | undefined;
  children?: Child;
}>;

export function Panel({ title, look = "soft", id, children }: PanelProps) {
  return (
    <section class={look === "plain" ? "card" : `card ${look}`} id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export type SectionProps = Readonly<{
  id: string;
  title: string;
  /** Link or words at the end of the heading line. */
  aside?: Child;
  children?: Child;
}>;

/** Part of a page under its own heading. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section class="sec" aria-labelledby={id}>
      <div class="sec-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
