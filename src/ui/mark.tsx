/** Status of a programme year: a word with a shape of its own, so that it reads in black and white. */
import type { Child } from "hono/jsx";
import { useTexts } from "./messages.ts";

export type MarkStatus =
  | "held"
  | "partlyHeld"
  | "heldInWriting"
  | "planned"
  | "cancelled"
  | "noneBiennial"
  | "none"
  | "undecided"
  | "underAdjustment"
  | "inProgress";

export type MarkProps = Readonly<{
  status: MarkStatus;
  /** Instead of the usual word, where two words share a shape: 計画（実績を含む）. */
  word?: string | undefined;
}>;

export function Mark({ status, word }: MarkProps) {
  const { name, drawing } = SHAPES[status];
  const texts = useTexts().status;
  return (
    <span class={`mark ${name}`}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        {drawing()}
      </svg>
      {word ?? texts[status]}
    </span>
  );
}

const ring = () => <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="2" />;

const SHAPES: Readonly<Record<MarkStatus, Readonly<{ name: string; drawing: () => Child }>>> = {
  held: {
    name: "m-held",
    drawing: () => (
      <>
        <circle cx="12" cy="12" r="9.5" fill="currentColor" />
        <path d="m7.5 12.3 3 3 6-6.3" stroke="#fff" stroke-width="2.2" fill="none" />
      </>
    ),
  },
  partlyHeld: {
    name: "m-part",
    drawing: () => (
      <>
        {ring()}
        <path d="M12 3.5a8.5 8.5 0 0 0 0 17Z" fill="currentColor" />
      </>
    ),
  },
  heldInWriting: {
    name: "m-writing",
    drawing: () => (
      <>
        <rect x="3" y="3" width="18" height="18" rx="2" fill="currentColor" />
        <path d="M7 8.5h10M7 12h10M7 15.5h6" stroke="#fff" stroke-width="1.8" />
      </>
    ),
  },
  planned: { name: "m-plan", drawing: ring },
  cancelled: {
    name: "m-cancelled",
    drawing: () => <path d="m5 5 14 14M19 5 5 19" stroke="currentColor" stroke-width="3.2" fill="none" />,
  },
  noneBiennial: {
    name: "m-biennial",
    drawing: () => <path d="M4 12h16" stroke="currentColor" stroke-width="3" />,
  },
  none: {
    name: "m-none",
    drawing: () => (
      <>
        {ring()}
        <path d="m6 18 12-12" stroke="currentColor" stroke-width="2" />
      </>
    ),
  },
  undecided: {
    name: "m-undecided",
    drawing: () => (
      <>
        <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 2.4" />
        <path
          d="M9.2 9.6a2.8 2.8 0 1 1 4 2.6c-.8.4-1.2.9-1.2 1.9M12 15.8v2"
          stroke="currentColor"
          stroke-width="2"
          fill="none"
        />
      </>
    ),
  },
  underAdjustment: {
    name: "m-adjust",
    drawing: () => (
      <>
        <rect
          x="3"
          y="6"
          width="18"
          height="12"
          rx="6"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray="3.4 2.2"
        />
        <circle cx="8" cy="12" r="1.4" fill="currentColor" />
        <circle cx="12" cy="12" r="1.4" fill="currentColor" />
        <circle cx="16" cy="12" r="1.4" fill="currentColor" />
      </>
    ),
  },
  inProgress: {
    name: "m-going",
    drawing: () => (
      <>
        {ring()}
        <path d="M12 12V3.5A8.5 8.5 0 1 1 3.5 12Z" fill="currentColor" />
      </>
    ),
  },
};
