/** What a person is asked to check before it is saved, each with the way to its field, and the tick that says so. */
import { Link, Notice } from "../../../ui/index.ts";
import { useWords } from "../words.ts";
import { doubtKey } from "./entry-reading.ts";

export type ShownDoubt = Readonly<{
  href: string | null;
  text: string /** What it is about, in full. */;
  doubt: unknown;
}>;

export function DoubtsNotice({ doubts }: Readonly<{ doubts: readonly ShownDoubt[] }>) {
  const { entryForm: w } = useWords();
  if (doubts.length === 0) return null;
  return (
    <Notice kind="warn" title={w.doubtsTitle} announce id="doubts">
      <ul>
        {doubts.map(({ href, text }) => (
          <li>{href === null ? text : <Link href={href}>{text}</Link>}</li>
        ))}
      </ul>
      <p class="mt-s">{w.doubtsKept}</p>
      <label class="check mt-s">
        <input type="checkbox" name="sure" value={doubts.map(({ doubt }) => doubtKey(doubt)).join(" ")} />
        <span>{w.sure}</span>
      </label>
    </Notice>
  );
}

/** Every doubt has been shown and set aside; one that is new is asked about. */
export function isSure(doubts: readonly unknown[], sure: string): boolean {
  const seen = sure.split(" ");
  return doubts.every((doubt) => seen.includes(doubtKey(doubt)));
}
