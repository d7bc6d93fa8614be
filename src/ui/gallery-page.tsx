/**
 * Gallery (部品の見本): every component in every state, with invented offices and records. Browser tests look at it
 * for accessibility, narrow screens and print; page authors look at it for the right part.
 */
import { ChartSamples } from "./gallery/chart-samples.tsx";
import { FormSamples } from "./gallery/form-samples.tsx";
import { RecordSamples } from "./gallery/record-samples.tsx";
import { ReviewSamples } from "./gallery/review-samples.tsx";
import { TableSamples } from "./gallery/table-samples.tsx";
import { WordSamples } from "./gallery/word-samples.tsx";
import type { Lang } from "./lang.ts";
import { PageFrame } from "./page-frame.tsx";
import { PageHead } from "./page-head.tsx";

export type GalleryPageProps = Readonly<{ lang: Lang; path: string }>;

export function GalleryPage({ lang, path }: GalleryPageProps) {
  return (
    <PageFrame
      lang={lang}
      path={path}
      title="部品の見本"
      crumbs={[{ label: "部品の見本" }]}
      office={{ who: "見本県 国際交流課", worker: { kind: "operator", name: "local-operator" } }}
    >
      <div class="wrap">
        <PageHead
          kicker="画面の部品"
          title="部品の見本"
          lead="画面はここにある部品だけで組み立てます。名前と数は見本のために作ったものです。"
        />
        <FormSamples />
        <WordSamples />
        <TableSamples />
        <RecordSamples />
        <ReviewSamples />
        <ChartSamples />
      </div>
    </PageFrame>
  );
}
