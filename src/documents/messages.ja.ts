/**
 * What an officer reads when a file cannot be read, or when something in it needs a look.
 *
 * A refusal says what happened, that nothing was stored or changed, and what to do next.
 */
import type { Flaw, FlawCode, LengthUnit, WriteProblem } from "./document-flaw.ts";
import type { ContentUnit, ForeignKind, ReadProblem } from "./read-problem.ts";
import type { ReaderFindingCode, ReaderFindingValues, TextEncoding } from "./reader-finding.ts";
import type { FileFormat } from "./source-text.ts";

const untouched = "元のファイルはそのままで、何も登録されていません。";

const readable = "読み込めるのは、テキスト、Markdown、HTML、Word（.docx）、PDF、Excel（.xlsx）、CSVです。";

const foreignKinds = {
  archive: "圧縮ファイルのようです。展開してから、中の文書を1つずつ選んでください。",
  binary: `文書ではないデータのようです。${readable}`,
  image: "画像のようです。文字を含む文書（Word、Excel、PDF、テキスト）を選んでください。",
  old_office:
    "古い形式のOffice文書（.doc、.xls）のようです。WordまたはExcelで開き、.docxか.xlsxで保存し直してください。",
  open_document: "OpenDocument形式のようです。.docx、.xlsx、PDFのいずれかで保存し直してください。",
  presentation: "プレゼンテーションのようです。PDFで保存し直してください。",
  rich_text: "リッチテキスト（.rtf）のようです。Wordで開き、.docxで保存し直してください。",
} satisfies Record<ForeignKind, string>;

const units = { lines: "行", cells: "セル", characters: "文字" } satisfies Record<ContentUnit, string>;

const formats = {
  txt: "テキスト",
  md: "Markdown",
  html: "HTML",
  docx: "Word",
  pdf: "PDF",
  xlsx: "Excel",
  csv: "CSV",
} satisfies Record<FileFormat, string>;

const encodings = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16（LE）",
  "utf-16be": "UTF-16（BE）",
  shift_jis: "Shift_JIS",
  "euc-jp": "EUC-JP",
  "iso-2022-jp": "ISO-2022-JP（JIS）",
} satisfies Record<TextEncoding, string>;

export type ProblemSentences = {
  readonly [Code in ReadProblem["code"]]: (problem: Extract<ReadProblem, { code: Code }>) => string;
};

const problemSentences = {
  empty_file: () => `ファイルに文字がありません。${untouched}中身のあるファイルを選んでください。`,
  too_large: ({ bytes, limitBytes }) =>
    `ファイルが大きすぎます（${megabytes(bytes)}、上限は${megabytes(limitBytes)}）。${untouched}画像を減らすか、文書を分けて保存し直してください。`,
  unknown_format: ({ looksLike }) => `このファイルの形式は読み込めません。${untouched}${foreignKinds[looksLike]}`,
  encoding_unknown: ({ line }) =>
    `文字コードを判別できませんでした（${line}行目に読めない文字があります）。${untouched}メモ帳などで開き、文字コードをUTF-8にして保存し直してください。`,
  inflates_too_much: ({ limitBytes }) =>
    `ファイルを展開すると上限（${megabytes(limitBytes)}）を超えるか、圧縮率が異常に高いため、読み込みを止めました。${untouched}送り主に確認し、必要な部分だけのファイルを作り直してください。`,
  too_many_entries: ({ entries, limit }) =>
    `ファイルの中の部品が多すぎます（${count(entries)}個、上限は${count(limit)}個）。${untouched}画像などを除いて保存し直してください。`,
  too_much_content: ({ unit, limit }) =>
    `内容が多すぎます（上限は${count(limit)}${units[unit]}）。${untouched}使わない行や列を除くか、ファイルを分けてください。`,
  took_too_long: ({ limitMilliseconds }) =>
    `${count(limitMilliseconds / 1000)}秒以内に読み終わらなかったため、読み込みを止めました。${untouched}時間をおいて試すか、文書を分けて保存し直してください。`,
  damaged_file: ({ format }) =>
    `${formats[format]}のファイルが壊れているか、途中で切れています。${untouched}送り主から受け取り直すか、元のソフトで開いて保存し直してください。`,
  password_protected: () =>
    `パスワードで保護されています。${untouched}パスワードを外して保存したファイルを選んでください。`,
  worker_out_of_memory: ({ limitMb }) =>
    `読み込みに使えるメモリー（${count(limitMb)}MB）を超えたため、読み込みを止めました。${untouched}文書を分けて保存し直してください。`,
} satisfies ProblemSentences;

export type FindingSentences = {
  readonly [Code in ReaderFindingCode]: (values: ReaderFindingValues[Code]) => string;
};

export const findingSentences: FindingSentences = {
  extension_differs: ({ extension, format }) =>
    `ファイル名は「.${extension}」ですが、中身は${formats[format]}です。${formats[format]}として読みました。`,
  encoding_assumed: ({ encoding }) =>
    `文字コードを${encodings[encoding]}と判断して読みました。文字化けがないか確かめてください。`,
  text_truncated: () => "最後の文字が途中で切れています。ファイルの終わりが欠けていないか確かめてください。",
  bytes_unreadable: ({ count: places }) =>
    `読めない文字が${count(places)}か所あり、「\u{FFFD}」で示しました。元の文書と見比べてください。`,
  quote_not_closed: () =>
    '引用符（"）が閉じていないため、引用符をふつうの文字として読みました。列の区切りを確かめてください。',
  page_without_text: () => "このページには文字のデータがありません。画像だけのページなら、内容は読み込まれていません。",
  page_unreadable: () => "このページは壊れていて読めませんでした。元の文書と見比べてください。",
  font_unreadable: () =>
    "このページの書体に、文字として取り出せないものがあります。欠けた文字がないか、元の文書と見比べてください。",
  formula_cell: ({ count: cells }) => `数式のセルが${count(cells)}個あります。保存されていた計算結果を読みました。`,
  formula_without_value: ({ count: cells }) =>
    `計算結果が保存されていない数式のセルが${count(cells)}個あり、空として読みました。Excelで開いて保存し直すと読めます。`,
  sheet_hidden: ({ sheet }) => `シート「${sheet}」は非表示ですが、内容を読みました。`,
  sheet_unread: ({ sheet }) =>
    `シート「${sheet}」は表として読めませんでした。グラフだけのシートでなければ、元の文書と見比べてください。`,
};

export function describeReadProblem(problem: ReadProblem): string {
  // The table above is checked code by code; TypeScript cannot follow that sentence and problem share one code.
  const sentence = problemSentences[problem.code] as (problem: ReadProblem) => string;
  return sentence(problem);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString("ja-JP", { maximumFractionDigits: 1 })}MB`;
}

function count(value: number): string {
  return value.toLocaleString("ja-JP");
}

/** What a written document carries besides its own text. */
export const documentWords = {
  contents: "目次",
  notes: "注",
  note: (number: number) => `注${number}`,
  back: "戻る",
  backToText: (number: number) => `戻る（注${number}の本文へ）`,
  undisplayed: (characters: string) => `〓は、このPDFの書体にない文字です（${characters}）。`,
  textSheet: "本文",
  asPrinted: (text: string) => `記載のとおり：${text}`,
};

const flaws = {
  meta_incomplete: () => "表題、作成者、日付のいずれかがありません。",
  heading_level_skipped: () => "見出しの段が飛んでいます。",
  empty_text: () => "見出し、箇条書き、図の説明のいずれかが空です。",
  empty_table: () => "行または列のない表があります。",
  table_does_not_fit: () => "表のセルの結合や列の幅が合っていません。",
  value_not_a_number: () => "表の数値が数になっていません。",
  control_character: (value) => `画面に出ない制御文字（${value}）が含まれています。その欄を入力し直してください。`,
  link_not_allowed: (value) => `リンク先「${value}」は使えません。httpまたはhttpsのアドレスにしてください。`,
  figure_unreadable: () => "図の形式が正しくありません。",
} satisfies Record<FlawCode, (value: string) => string>;

export type FlawSentences = typeof flaws;

const documentUnits = { blocks: "段落", cells: "セル", characters: "文字" } satisfies Record<LengthUnit, string>;

const notWritten = "文書は作られていません。記録は変わっていません。";

const writeSentences = {
  document_flawed: ({ flaws: found }) => `${notWritten}${found.slice(0, 3).map(describeFlaw).join("")}`,
  document_too_long: ({ unit, limit }) =>
    `文書が長すぎます（上限は${count(limit)}${documentUnits[unit]}）。${notWritten}範囲を分けて作ってください。`,
  writing_took_too_long: ({ limitMilliseconds }) =>
    `${count(limitMilliseconds / 1000)}秒以内に作り終わらなかったため、止めました。${notWritten}時間をおいて試すか、範囲を分けてください。`,
  writing_out_of_memory: ({ limitMb }) =>
    `文書作成に使えるメモリー（${count(limitMb)}MB）を超えたため、止めました。${notWritten}範囲を分けて作ってください。`,
} satisfies WriteSentences;

export type WriteSentences = {
  readonly [Code in WriteProblem["code"]]: (problem: Extract<WriteProblem, { code: Code }>) => string;
};

export function describeFlaw({ code, at, value = "" }: Flaw): string {
  const row = at.row === undefined ? "" : `${at.row}行目`;
  const column = at.column === undefined ? "" : `${at.column}列目`;
  const where = [at.heading === "" ? "" : `「${at.heading}」`, row + column].filter((part) => part !== "").join("の");
  return `${where === "" ? "" : `${where}：`}${flaws[code](value)}`;
}

export function describeWriteProblem(problem: WriteProblem): string {
  // Checked code by code above, like describeReadProblem.
  const sentence = writeSentences[problem.code] as (problem: WriteProblem) => string;
  return sentence(problem);
}
