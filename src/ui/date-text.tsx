/**
 * A date for reading: 平成24年5月23日（2012年）, the era first and the western year in grey; English pages show the
 * western form first. Month-only and year-only dates stay so. An absent date says so; two years that disagree are
 * tagged, and the page shows the printed wording beside.
 */
import { useLang } from "./lang.ts";
import { useTexts } from "./messages.ts";
import { Tag } from "./tag.tsx";

export type DateView = Readonly<{
  /** As precise as it is known: 平成24年5月23日, 平成24年5月, 平成24年, 令和6年度. */
  wareki: string;
  /** The western form, equally precise: 2012年5月23日. */
  western: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; left out for fiscal years and ranges. */
  datetime?: string | undefined;
  /** An era year and a western year that disagree. */
  inConflict?: boolean | undefined;
}>;

export type DateTextProps = Readonly<{
  /** null when nobody stated a date. */
  date: DateView | null;
}>;

export function DateText({ date }: DateTextProps) {
  const texts = useTexts();
  const lang = useLang();
  if (date === null) return <span class="sub">{texts.date.none}</span>;
  const first = lang === "ja" ? date.wareki : date.western;
  const second = lang === "ja" ? westernYear(date.western) : date.wareki;
  return (
    <>
      <time datetime={date.datetime}>
        <span class="nowrap">{first}</span>
        <span class="western">{texts.date.western(second)}</span>
      </time>
      {date.inConflict === true ? (
        <>
          {" "}
          <Tag kind="est">{texts.date.conflict}</Tag>
        </>
      ) : null}
    </>
  );
}

/** Only the year is added after an era date; the rest would say the same twice. */
function westernYear(western: string): string {
  return /^\d+年度?/u.exec(western)?.[0] ?? western;
}
