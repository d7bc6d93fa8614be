/** Line drawings of the kit. Each stands beside its word and is hidden from readers of the page. */
import type { Child } from "hono/jsx";

type IconProps = Readonly<{ class?: string; children?: Child }>;

function Icon({ class: className, children }: IconProps) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" class={className} aria-hidden="true">
      {children}
    </svg>
  );
}

/** Information: a disc. */
export function InfoIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path d="M12 10.5V17M12 6.5v2" stroke="#fff" stroke-width="2.2" />
    </Icon>
  );
}

/** Warning: a triangle. */
export function WarningIcon() {
  return (
    <Icon>
      <path d="M12 2 23 21.5H1Z" fill="currentColor" />
      <path d="M12 9v6.2M12 17v2" stroke="#fff" stroke-width="2.2" />
    </Icon>
  );
}

/** Error: an octagon. */
export function ErrorIcon() {
  return (
    <Icon>
      <path d="M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6Z" fill="currentColor" />
      <path d="M12 6v7.5M12 15.8v2.4" stroke="#fff" stroke-width="2.4" />
    </Icon>
  );
}

/** Done: a check in a disc. */
export function OkIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path d="m7 12.3 3.4 3.4L17 9" stroke="#fff" stroke-width="2.2" fill="none" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="m15 15 5.5 5.5" stroke="currentColor" stroke-width="2.2" />
    </Icon>
  );
}

export function DownloadIcon() {
  return (
    <Icon>
      <path d="M12 3v11m-5-4.5 5 5 5-5M4 19.5h16" fill="none" stroke="currentColor" stroke-width="2" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m7 7 10 10M17 7 7 17" stroke="currentColor" stroke-width="2" fill="none" />
    </Icon>
  );
}

export function MenuIcon() {
  return (
    <Icon>
      <path d="M3.5 6h17M3.5 12h17M3.5 18h17" stroke="currentColor" stroke-width="2.2" />
    </Icon>
  );
}

/** A sheet of paper: where a fact comes from. */
export function SourceIcon() {
  return (
    <Icon>
      <path d="M5 2.5h9l5 5v14H5Z" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8.5 12h7M8.5 16h7" stroke="currentColor" stroke-width="2" />
    </Icon>
  );
}

export function SortIcon({ direction }: Readonly<{ direction: "ascending" | "descending" | null }>) {
  const path = { ascending: "m6 14 6-6 6 6", descending: "m6 10 6 6 6-6", none: "m8 9 4-4 4 4M8 15l4 4 4-4" };
  return (
    <Icon>
      <path d={path[direction ?? "none"]} fill="none" stroke="currentColor" stroke-width="2.2" />
    </Icon>
  );
}
