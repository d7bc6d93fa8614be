/**
 * Notice: kind by shape and word, colour third.
 *
 * `announce` only after an action of the reader: then it is spoken (`alert` for an error, else `status`).
 */
import type { Child } from "hono/jsx";
import { ErrorIcon, InfoIcon, OkIcon, WarningIcon } from "./icons.tsx";

export type NoticeKind = "info" | "warn" | "err" | "ok" | "gray";

export type NoticeProps = Readonly<{
  kind?: NoticeKind | undefined;
  title: Child;
  /** Level of the heading in the page; 2 unless it stands deeper. */
  level?: 2 | 3 | 4 | undefined;
  announce?: boolean | undefined;
  id?: string | undefined;
  children?: Child;
}>;

const ICONS = {
  info: InfoIcon,
  warn: WarningIcon,
  err: ErrorIcon,
  ok: OkIcon,
  gray: InfoIcon,
} satisfies Record<NoticeKind, () => unknown>;

export function Notice({ kind = "info", title, level = 2, announce = false, id, children }: NoticeProps) {
  const NoticeIcon = ICONS[kind];
  return (
    <div class={`note ${kind}`} id={id} role={announce ? (kind === "err" ? "alert" : "status") : undefined}>
      <NoticeIcon />
      <div class="b">
        <NoticeTitle level={level}>{title}</NoticeTitle>
        {children}
      </div>
    </div>
  );
}

function NoticeTitle({ level, children }: Readonly<{ level: 2 | 3 | 4; children?: Child }>) {
  if (level === 2) return <h2 class="t">{children}</h2>;
  if (level === 3) return <h3 class="t">{children}</h3>;
  return <h4 class="t">{children}</h4>;
}
