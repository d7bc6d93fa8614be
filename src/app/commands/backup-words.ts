/** Sentences of `backup` and `restore`, Japanese by default. */
import type { BackupDone, CheckedArchive, RestoreProblem, TableProgress, WriteProblem } from "../../platform/index.ts";
import type { CommandLanguage } from "./words.ts";

type Header = CheckedArchive["header"];
type Total = BackupDone["total"];
/** `about` is the entry, table, migration, path or version that the problem names. */
export type Refused = Readonly<{ about: string; detail: string }>;

type Words = Readonly<{
  progress: (progress: TableProgress) => string;
  written: (done: BackupDone) => string;
  notInAudit: string;
  whole: (header: Header, total: Total) => string;
  restored: (header: Header, total: Total, migratedUp: number) => string;
  nothingChanged: string;
  notWritten: Readonly<Record<WriteProblem["code"], (refused: Readonly<{ path: string; detail: string }>) => string>>;
  notRestored: Readonly<Record<RestoreProblem["code"], (refused: Refused) => string>>;
}>;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
const number = (count: number): string => count.toLocaleString("en-US");

const ja: Words = {
  progress: ({ table, rows, done, of }) => `  ${done}/${of} ${table} ${number(rows)}行`,
  written: ({ path, bytes, sha256, total }) =>
    `${path} に保存しました（${total.tables}表、${number(total.rows)}行、${megabytes(bytes)} MB）。\nSHA-256: ${sha256}\n個人に関わる情報と、パスワードの控え、署名の鍵を含みます。保管の場所に注意してください。`,
  notInAudit: "読み取り専用か、前の版のデータベースのため、監査記録には残していません。",
  whole: ({ createdAt, product }, { tables, rows }) =>
    `壊れていません。${createdAt} に版 ${product} で保存したものです（${tables}表、${number(rows)}行）。`,
  restored: ({ createdAt }, { tables, rows }, migratedUp) =>
    `${createdAt} の記録を戻しました（${tables}表、${number(rows)}行）。${migratedUp > 0 ? `古い版の保存だったため、今の版の形に更新しました（${migratedUp}件）。` : ""}`,
  nothingChanged: "データベースには何も入れていません。",
  notWritten: {
    file_exists: ({ path }) => `${path} はすでにあります。置き換えるときは --force を付けてください。`,
    cannot_write: ({ path, detail }) => `${path} に書けません（${detail}）。`,
    disk_full: ({ path }) => `ディスクの空きが足りず、${path} を作れませんでした。途中のファイルは消しました。`,
    nothing_to_back_up: () => "このデータベースには、まだ架け橋の記録がありません。",
  },
  notRestored: {
    cannot_read: ({ about, detail }) => `${about} を開けません（${detail}）。`,
    not_a_backup: () => "これは架け橋のバックアップではありません。",
    broken_container: ({ detail }) => `ファイルが壊れているか、途中で切れています（${detail}）。`,
    unexpected_entry: ({ about }) => `あってはならない項目 ${about} が含まれているか、順序が違います。`,
    missing_entry: ({ about }) => `項目 ${about} がありません。`,
    unreadable_entry: ({ about }) => `項目 ${about} を読めません。`,
    wrong_hash: ({ about }) => `項目 ${about} の内容が、保存したときと違います。`,
    wrong_count: ({ about }) => `項目 ${about} の数が合いません。`,
    unknown_table: ({ about }) => `この版にない表 ${about} が含まれています。`,
    missing_table: ({ about }) => `表 ${about} が含まれていません。`,
    other_columns: ({ about }) => `表 ${about} の列が違います。`,
    unknown_sequence: ({ about }) => `この版にない番号 ${about} が含まれています。`,
    contents_refused: ({ about, detail }) => `表 ${about} の内容を受け取れません（${detail}）。`,
    changed_migration: ({ about }) => `データベースの形の記録 ${about} が、この版のものと違います。`,
    newer_format: ({ about }) =>
      `新しい版の形式（${about}）のバックアップです。新しい版の架け橋で戻してください。データベースには何も入れていません。`,
    newer_version: ({ about }) =>
      `この版より新しい架け橋（${about}）のバックアップです。その版の架け橋で戻してください。データベースには何も入れていません。`,
    database_not_empty: ({ about }) =>
      `データベースが空ではありません（表 ${about} に記録があります）。空のフォルダーを KAKEHASHI_DATA_DIR に指定するか、空のデータベースを DATABASE_URL に指定してください。何も変えていません。`,
    database_ahead: ({ about }) =>
      `データベースがバックアップより新しい形です（${about}）。空のフォルダーを KAKEHASHI_DATA_DIR に指定するか、新しく作ったデータベースを DATABASE_URL に指定してください。何も変えていません。`,
    database_in_use: () =>
      "データベースを使っているプログラムがあります。それを終えてから戻してください。何も変えていません。",
  },
};

const en: Words = {
  progress: ({ table, rows, done, of }) => `  ${done}/${of} ${table}: ${number(rows)} rows`,
  written: ({ path, bytes, sha256, total }) =>
    `Wrote ${path} (${total.tables} tables, ${number(total.rows)} rows, ${megabytes(bytes)} MB).\nSHA-256: ${sha256}\nIt may hold personal data: mind where you keep it.`,
  notInAudit: "Not kept in the audit: the database is read-only or of an earlier version.",
  whole: ({ createdAt, product }, { tables, rows }) =>
    `Not damaged. Written on ${createdAt} by version ${product} (${tables} tables, ${number(rows)} rows).`,
  restored: ({ createdAt }, { tables, rows }, migratedUp) =>
    `Restored the records of ${createdAt} (${tables} tables, ${number(rows)} rows).${migratedUp > 0 ? ` It came from an older version and was brought up (${migratedUp} migrations).` : ""}`,
  nothingChanged: " Nothing was put into the database.",
  notWritten: {
    file_exists: ({ path }) => `${path} exists. Add --force to replace it.`,
    cannot_write: ({ path, detail }) => `${path} cannot be written (${detail}).`,
    disk_full: ({ path }) => `There is no room for ${path}. What was written of it has been removed.`,
    nothing_to_back_up: () => "There are no records in this database yet.",
  },
  notRestored: {
    cannot_read: ({ about, detail }) => `${about} cannot be opened (${detail}).`,
    not_a_backup: () => "This is no backup of Kakehashi.",
    broken_container: ({ detail }) => `The file is damaged or cut off (${detail}).`,
    unexpected_entry: ({ about }) => `The entry ${about} does not belong there.`,
    missing_entry: ({ about }) => `The entry ${about} is missing.`,
    unreadable_entry: ({ about }) => `The entry ${about} cannot be read.`,
    wrong_hash: ({ about }) => `The entry ${about} is not what was written.`,
    wrong_count: ({ about }) => `The counts of ${about} do not agree.`,
    unknown_table: ({ about }) => `It holds a table ${about} that this version does not have.`,
    missing_table: ({ about }) => `The table ${about} is missing.`,
    other_columns: ({ about }) => `The table ${about} has other columns.`,
    unknown_sequence: ({ about }) => `It holds a sequence ${about} that this version does not have.`,
    contents_refused: ({ about, detail }) => `The database refused the contents of ${about} (${detail}).`,
    changed_migration: ({ about }) => `The migration ${about} differs from this version's.`,
    newer_format: ({ about }) =>
      `The file has a newer format (${about}). Use a newer version of Kakehashi. Nothing was put into the database.`,
    newer_version: ({ about }) =>
      `The backup comes from a newer version (${about}). Restore it with that version. Nothing was put into the database.`,
    database_not_empty: ({ about }) =>
      `The database is not empty: ${about} holds records. Name an empty folder in KAKEHASHI_DATA_DIR or an empty database in DATABASE_URL. Nothing was changed.`,
    database_ahead: ({ about }) =>
      `The database is newer than the backup (${about}). Name an empty folder in KAKEHASHI_DATA_DIR or a new database in DATABASE_URL. Nothing was changed.`,
    database_in_use: () => "Another program uses the database. Stop it first. Nothing was changed.",
  },
};

export const backupWords: Readonly<Record<CommandLanguage, Words>> = { ja, en };
