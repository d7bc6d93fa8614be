/** What every control of the form is given: its name, its label, and what is wrong with it. */
import type { Lang } from "../../../ui/index.ts";
import type { FormInput } from "./form-input.ts";
import type { InputProblem } from "./input-problem.ts";
import { problemText } from "./problem-words.ts";

export type FormPartProps = Readonly<{ input: FormInput; problems: readonly InputProblem[] }>;

export function control(name: string, label: string, problems: readonly InputProblem[], lang: Lang) {
  const problem = problems.find(({ field }) => field === name);
  return { name, label, error: problem === undefined ? undefined : problemText(problem, lang) };
}
