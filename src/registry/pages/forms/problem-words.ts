/** Problems of facts and of the form in the words of the page, for the summary above and beside each control. */
import type { FieldProblem, Lang } from "../../../ui/index.ts";
import type { FactProblem } from "../../validate-agreement-facts.ts";
import { type Words, words } from "../words.ts";
import type { InputProblem, InputProblemCode } from "./input-problem.ts";

export function problemText({ code, text = "" }: Pick<InputProblem, "code" | "text">, lang: Lang): string {
  const w = words(lang);
  return isInputCode(code, w) ? w.inputProblems[code](text) : w.factProblems[code];
}

function isInputCode(code: InputProblemCode, { inputProblems }: Words): code is keyof Words["inputProblems"] {
  return Object.hasOwn(inputProblems, code);
}

export function summaryOf(problems: readonly InputProblem[], lang: Lang): readonly FieldProblem[] {
  return problems.map((problem) => ({
    field: problem.field,
    label: labelOf(problem.field, lang),
    message: problemText(problem, lang),
  }));
}

/** A problem of the facts without a form around it: 提携・協定の名称　名称を入力してください。 */
export function factProblemText({ fact, code }: FactProblem, lang: Lang): string {
  const { facts, factProblems } = words(lang);
  return `${facts[fact]}　${factProblems[code]}`;
}

/** japan.1.name → 自治体の名前またはコード（2） */
export function labelOf(field: string, lang: Lang): string {
  const { form, facts } = words(lang);
  const [kind = "", index = "0", part = ""] = field.split(".");
  const n = Number(index) + 1;
  const labels: Readonly<Record<string, string>> = {
    ...facts,
    title: form.title,
    reason: form.reason,
    "japan.name": form.japanName(n),
    "foreign.name": form.foreignName(n),
    "foreign.country": form.foreignCountry(n),
    "dates.asPrinted": form.dateName(n),
    "dates.read": form.dateRead(n),
    "sources.title": form.sourceTitle(n),
    listings: form.listingName(n),
  };
  return labels[`${kind}.${part}`] ?? labels[kind] ?? "";
}
