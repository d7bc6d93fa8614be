/**
 * Finding (確認事項) in words: severity, number, what, why, where, and the choices, which name their result.
 * The same number marks the source line and the field.
 */
import type { Child } from "hono/jsx";
import type { Severity } from "../kernel/finding.ts";
import { ErrorIcon, InfoIcon, WarningIcon } from "./icons.tsx";
import { useTexts } from "./messages.ts";

export type FindingCardProps = Readonly<{
  /** Number within the draft, from 1. */
  number: number;
  severity: Severity;
  title: string;
  /** 「1289行」, 「Sheet1 B12」. */
  place?: string | undefined;
  /** The one in view now. */
  current?: boolean | undefined;
  /** How it was settled, by whom; the card then says 決定済み. */
  settled?: Child;
  /** Buttons or links, each naming its result. */
  choices?: Child;
  children?: Child;
}>;

const LOOKS = {
  error: { name: "err", Icon: ErrorIcon },
  warning: { name: "warn", Icon: WarningIcon },
  info: { name: "info", Icon: InfoIcon },
} satisfies Record<Severity, unknown>;

export function FindingCard({ number, severity, title, place, current, settled, choices, children }: FindingCardProps) {
  const { finding } = useTexts();
  const { name, Icon } = LOOKS[severity];
  return (
    <li class={current === true ? `finding ${name} now` : `finding ${name}`} id={findingId(number)}>
      <p class="sevline">
        <span class="sev">
          <Icon />
          {finding[severity]}
        </span>
        <span class="pin">
          <span class="vh">{finding.number(number)}</span>
          <span aria-hidden="true">{number}</span>
        </span>
        {settled === undefined ? null : <span class="tag open">{finding.settled}</span>}
      </p>
      <h3>{title}</h3>
      {children}
      {place === undefined ? null : <p class="sub small">{place}</p>}
      {settled === undefined ? null : <p class="mt-s">{settled}</p>}
      {choices === undefined ? null : <div class="row">{choices}</div>}
    </li>
  );
}

export type FindingListProps = Readonly<{ children?: Child }>;

export function FindingList({ children }: FindingListProps) {
  return <ol class="findings">{children}</ol>;
}

/** Number of a finding beside a line or a field, leading to the finding. */
export function FindingPin({ number }: Readonly<{ number: number }>) {
  const { finding } = useTexts();
  return (
    <a class="pin" href={`#${findingId(number)}`} aria-label={finding.pin(number)}>
      {number}
    </a>
  );
}

function findingId(number: number): string {
  return `finding-${number}`;
}
