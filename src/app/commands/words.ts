/** Sentences of the command line, Japanese by default. */

export type CommandLanguage = "ja" | "en";

type Words = Readonly<{
  help: string;
  unknownCommand: (name: string) => string;
  noFile: (path: string, reason: string) => string;
  oneFile: string;
  unknownOption: (name: string) => string;
  optionUnreadable: (said: string) => string;
  unknownLayout: (name: string, known: string) => string;
  unknownTable: (id: string) => string;
  imported: (name: string, drafts: number, findings: number, id: string) => string;
  importedBefore: (name: string, id: string) => string;
  alsoAt: (n: number, places: string) => string;
  readOnly: (name: string, records: number, findings: number) => string;
  accepted: (accepted: number, linked: number, left: number) => string;
  acceptUse: string;
  noDocument: (id: string) => string;
  noSurvey: string;
  checked: (name: string, findings: number) => string;
  link: (url: string) => string;
  migrated: (count: number) => string;
}>;

export const words: Readonly<Record<CommandLanguage, Words>> = {
  ja: {
    help: `使い方: npm run -s kakehashi -- コマンド

  import ファイル [--layout auto|agreement-survey|table|programme-report] [--dry-run] [--json]
      報告書や表を読み、確認用の個票として保存します。--dry-run は読むだけで、何も保存しません。
  import accept 文書番号 --all-without-findings
      確認事項のない個票をまとめて確定します。
      --as メールアドレス [--body 団体] を付けると、その人の今日の役割と名前で行います。
  check ファイル [--json]
      報告書の表・目次・個票を数え直し、食い違いを示します。
  tabulate --table by-field|by-country [--json|--csv|--markdown]
      登録された記録から集計表を作ります。
  report programmes --government 団体コード --fiscal-year 年度（西暦） --format docx|xlsx|pdf|html --out ファイル [--force]
      公開された事業の記録から、国際交流事業の年次報告を作ります。--lang en で英語の要約を作ります。
  operator-link
      編集するための一度だけ使えるリンクを作ります。
  user list | invite メールアドレス --body 団体 --role 役割 | disable メールアドレス | reset-second-factor メールアドレス
      アカウントを一覧し、招待し、止め、二つ目の確認を外します。
  migrate
      データベースを、この版の形にします。
  backup ファイル [--force] [--json]
      動いているままで、すべての記録を一つのファイルに保存します。--force は同じ名前のファイルを置き換えます。
  restore ファイル [--check] [--json]
      保存したファイルを、空のデータベースに戻します。--check はファイルを調べるだけで、データベースは使いません。

  共通: --lang ja|en
  終了コード: 0 完了、1 取り込めない確認事項や食い違い、壊れたファイルあり、2 使い方の誤り、3 不具合`,
    unknownCommand: (name) =>
      `「${name}」というコマンドはありません。npm run -s kakehashi -- help で一覧を表示します。`,
    noFile: (path, reason) => `${path} を開けません（${reason}）。`,
    oneFile: "ファイルを一つ指定してください。",
    unknownOption: (name) => `「${name}」という指定はありません。`,
    optionUnreadable: (said) => `指定の書き方が違います（${said}）。`,
    unknownLayout: (name, known) => `「${name}」という様式はありません。${known} のどれかを指定してください。`,
    unknownTable: (id) => `「${id}」という表はありません。--table by-field か --table by-country を指定してください。`,
    imported: (name, drafts, findings, id) =>
      `${name} から個票 ${drafts}件、確認事項 ${findings}件を読みました。まだ何も確定していません。文書番号は ${id} です。`,
    importedBefore: (name, id) => `${name} は取り込み済みです（文書番号 ${id}）。新しくは何も作りませんでした。`,
    alsoAt: (n, places) => `（ほか${n}か所も同じ：${places}）`,
    readOnly: (name, records, findings) => `${name}: 記録 ${records}件、確認事項 ${findings}件（保存していません）`,
    accepted: (accepted, linked, left) =>
      `${accepted}件を確定し、再掲 ${linked}件を結びつけました。確認の必要な個票が ${left}件残っています。`,
    acceptUse:
      "import accept 文書番号 --all-without-findings（事業の報告書は --government 団体コード も）の形で指定してください。",
    noDocument: (id) => `文書番号 ${id} の取り込みはありません。`,
    noSurvey: "調査報告書の個票、目次、集計表のどれも見つからないため、点検していません。",
    checked: (name, findings) =>
      findings === 0 ? `${name}: 食い違いはありません。` : `${name}: 食い違いが ${findings}件あります。`,
    link: (url) => `次のリンクを一度だけ開いてください（24時間有効）: ${url}`,
    migrated: (count) =>
      count === 0 ? "データベースはすでに最新です。" : `データベースを更新しました（${count}件）。`,
  },
  en: {
    help: `Usage: npm run -s kakehashi -- COMMAND

  import FILE [--layout auto|agreement-survey|table|programme-report] [--dry-run] [--json]
      Read a report or a table into drafts for review. --dry-run only reads and stores nothing.
  import accept ID --all-without-findings
      Accept every draft that has no finding.
      With --as E-MAIL [--body BODY] in the name and with today's roles of that person.
  check FILE [--json]
      Recount a report's tables from its contents and sheets and report every disagreement.
  tabulate --table by-field|by-country [--json|--csv|--markdown]
      Build a cross table from the records.
  report programmes --government CODE --fiscal-year 2024 --format docx|xlsx|pdf|html --out FILE [--force]
      Write the annual report of programmes from the published records. --lang en gives the English summary.
  operator-link
      Make a one-time link that allows editing.
  user list | invite EMAIL --body BODY --role ROLE | disable EMAIL | reset-second-factor EMAIL
      List, invite and disable accounts, remove a second factor.
  migrate
      Bring the database to this version.
  backup FILE [--force] [--json]
      Write every record into one file while the system runs. --force replaces a file of that name.
  restore FILE [--check] [--json]
      Put such a file into an empty database. --check only examines the file, without a database.

  Everywhere: --lang ja|en
  Exit codes: 0 done, 1 done with error findings or disagreements, or a damaged file, 2 wrong use, 3 fault`,
    unknownCommand: (name) => `There is no command "${name}". See npm run -s kakehashi -- help --lang en.`,
    noFile: (path, reason) => `${path} cannot be opened (${reason}).`,
    oneFile: "Name one file.",
    unknownOption: (name) => `There is no option "${name}".`,
    optionUnreadable: (said) => `An option is written in a way that cannot be read (${said}).`,
    unknownLayout: (name, known) => `There is no layout "${name}". Use one of ${known}.`,
    unknownTable: (id) => `There is no table "${id}". Use --table by-field or --table by-country.`,
    imported: (name, drafts, findings, id) =>
      `Read ${drafts} sheets and ${findings} findings from ${name}. Nothing is accepted yet. Document id: ${id}.`,
    importedBefore: (name, id) => `${name} was imported before (document ${id}). Nothing new was created.`,
    alsoAt: (n, places) => `(the same at ${n} more: ${places})`,
    readOnly: (name, records, findings) => `${name}: ${records} records, ${findings} findings (nothing stored)`,
    accepted: (accepted, linked, left) =>
      `Accepted ${accepted}, linked ${linked} relistings. ${left} sheets still need a person.`,
    acceptUse: "Use: import accept ID --all-without-findings (with --government CODE for a report of programmes)",
    noDocument: (id) => `There is no imported document ${id}.`,
    noSurvey: "Nothing of an agreement survey report was found: no sheets, no table of contents, no tables.",
    checked: (name, findings) => (findings === 0 ? `${name}: no disagreement.` : `${name}: ${findings} disagreements.`),
    link: (url) => `Open this link once (valid for 24 hours): ${url}`,
    migrated: (count) => (count === 0 ? "The database is up to date." : `Applied ${count} migrations.`),
  },
};
