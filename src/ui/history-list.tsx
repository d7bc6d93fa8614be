/** History of a record, newest first; who is an office or a role, never a person's name in public. */
import type { Child } from "hono/jsx";

export type HistoryEntry = Readonly<{
  /** ISO instant or day. */
  datetime: string;
  /** The day in words: 令和8年8月3日. */
  when: string;
  what: Child;
  who?: string | undefined;
}>;

export type HistoryListProps = Readonly<{ entries: readonly HistoryEntry[] }>;

export function HistoryList({ entries }: HistoryListProps) {
  return (
    <ol class="history">
      {entries.map(({ datetime, when, what, who }) => (
        <li>
          <time datetime={datetime}>{when}</time>
          {what}
          {who === undefined ? null : `（${who}）`}
        </li>
      ))}
    </ol>
  );
}
