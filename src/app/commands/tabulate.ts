import { dayInJapan } from "../../kernel/calendar.ts";
import { PUBLIC } from "../../platform/index.ts";
import {
  type TableId,
  tableToCsv,
  tableToJson,
  tableToMarkdown,
  tabulate as tabulateRecords,
} from "../../registry/index.ts";
import { type Command, print, readOptions, WrongUse, withDatabase } from "./command.ts";
import { words } from "./words.ts";

/** A cross table from the published records. */
export const tabulate: Command = async (args, lang) => {
  const { values } = readOptions(
    args,
    { table: { type: "string" }, csv: { type: "boolean" }, markdown: { type: "boolean" } },
    lang,
  );
  const table = readTableId(values.table);
  if (table === undefined) throw new WrongUse(words[lang].unknownTable(values.table ?? ""));
  const today = dayInJapan(new Date());
  const counted = await withDatabase((database) =>
    database.read(PUBLIC, (tx) => tabulateRecords(tx, { table, today })),
  );
  const format = values.json ? tableToJson : values.csv ? tableToCsv : tableToMarkdown;
  await print(format(counted));
  return 0;
};

function readTableId(text: string | undefined): TableId | undefined {
  return text === "by-field" || text === "by-country" ? text : undefined;
}
