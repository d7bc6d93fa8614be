/**
 * The source text beside a record, with its true line numbers. Private data is masked before it comes here;
 * `masked` shows that something stands there and why it is not shown.
 */
import type { Child } from "hono/jsx";
import { FindingPin } from "./finding-card.tsx";
import { useTexts } from "./messages.ts";

export type SourceLineView = Readonly<{
  line: number;
  text: Child;
  /** Numbers of the findings that stand on this line. */
  findings?: readonly number[] | undefined;
  /** The line in view now. */
  here?: boolean | undefined;
}>;

export type SourceLinesProps = Readonly<{ lines: readonly SourceLineView[]; label?: string | undefined }>;

export function SourceLines({ lines, label }: SourceLinesProps) {
  const { source } = useTexts();
  return (
    <ol class="src" aria-label={label ?? source.list}>
      {lines.map(({ line, text, findings = [], here = false }) => (
        <li class={lineClass(findings.length > 0, here)} aria-current={here ? "true" : undefined} id={`line-${line}`}>
          <span class="ln">{line}</span>
          <span class="tx">
            {text}
            {findings.map((number) => (
              <>
                {" "}
                <FindingPin number={number} />
              </>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Words in place of private data. */
export function Masked({ children }: Readonly<{ children?: Child }>) {
  return <span class="hide">{children}</span>;
}

function lineClass(isHit: boolean, isHere: boolean): string | undefined {
  if (isHere) return "hit here";
  return isHit ? "hit" : undefined;
}
