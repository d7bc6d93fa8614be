/** State of publication: a word with a shape of its own, so that it reads in black and white. */
import type { Child } from "hono/jsx";

export type MarkShape = "draft" | "waiting" | "returned" | "published" | "withdrawn";

export function PublicationMark({ shape, children }: Readonly<{ shape: MarkShape; children: Child }>) {
  const { look, drawing } = SHAPES[shape];
  return (
    <span class={`mark ${look}`}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        {drawing()}
      </svg>
      {children}
    </span>
  );
}

const line = { fill: "none", stroke: "currentColor", "stroke-width": "2" } as const;

const SHAPES: Readonly<Record<MarkShape, Readonly<{ look: string; drawing: () => Child }>>> = {
  draft: {
    look: "m-undecided",
    drawing: () => <path d="M4 20l1-4L16 5l3 3L8 19l-4 1Z" {...line} stroke-dasharray="3.2 2" />,
  },
  waiting: {
    look: "m-going",
    drawing: () => (
      <>
        <circle cx="12" cy="12" r="8.5" {...line} />
        <path d="M12 6.5V12l4 2.5" {...line} />
      </>
    ),
  },
  returned: {
    look: "m-adjust",
    drawing: () => <path d="M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3" {...line} />,
  },
  published: {
    look: "m-held",
    drawing: () => (
      <>
        <circle cx="12" cy="12" r="9.5" fill="currentColor" />
        <path d="m7.5 12.3 3 3 6-6.3" stroke="#fff" stroke-width="2.2" fill="none" />
      </>
    ),
  },
  withdrawn: {
    look: "m-none",
    drawing: () => (
      <>
        <circle cx="12" cy="12" r="8.5" {...line} />
        <path d="m6 18 12-12" {...line} />
      </>
    ),
  },
};
