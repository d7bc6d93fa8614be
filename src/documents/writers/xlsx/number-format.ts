/**
 * How a spreadsheet shows a number as the document prints it: `12,330名` is the number 12330 with the format `#,##0"名"`,
 * so it can be added up and still reads as it did.
 */

export type NumberFormats = (printed: string, value: number) => string | undefined;

/** Excel promises room for 200 formats in a workbook, so a text that differs from cell to cell must not make one each. */
const MAX_FORMATS = 150;

/** `numberFormatFor` for one workbook: no new format once there are too many. */
export function numberFormats(): NumberFormats {
  const known = new Set<string>();
  return (printed, value) => {
    const format = numberFormatFor(printed, value);
    if (format === undefined || known.has(format)) return format;
    if (known.size >= MAX_FORMATS) return undefined;
    known.add(format);
    return format;
  };
}

/** Undefined when no format gives exactly the printed text, such as `25(4)`, full-width digits or an estimate. */
export function numberFormatFor(printed: string, value: number): string | undefined {
  const found = /^([^\d]*?)([▲△−-]?)(\d[\d,]*(?:\.(\d+))?)([^\d]*)$/.exec(printed.trim());
  if (found === null) return undefined;
  const [, before = "", minus = "", digits = "", decimals = "", after = ""] = found;
  if ((minus !== "") !== value < 0 || /["\\]/.test(before + after)) return undefined;
  const isGrouped = digits.includes(",");
  const places = { minimumFractionDigits: decimals.length, maximumFractionDigits: decimals.length };
  const written = Math.abs(value).toLocaleString("en", { ...places, useGrouping: isGrouped });
  if (written !== digits || Number(digits.replaceAll(",", "")) !== Math.abs(value)) return undefined;
  const shape = (isGrouped ? "#,##0" : "0") + (decimals === "" ? "" : `.${"0".repeat(decimals.length)}`);
  const positive = literal(before) + shape + literal(after);
  return minus === "" ? positive : `${positive};${literal(before + minus)}${shape}${literal(after)}`;
}

function literal(text: string): string {
  return text === "" ? "" : `"${text}"`;
}
