/**
 * Above a refused form: how many places, each a link to its field, and that nothing typed is lost.
 *
 * It takes focus when the page opens (autofocus needs no script), so that it is the first thing read.
 */
import { ErrorIcon } from "./icons.tsx";
import { useTexts } from "./messages.ts";

export type FieldProblem = Readonly<{
  /** Id of the control. */
  field: string;
  label: string;
  message: string;
}>;

export type ErrorSummaryProps = Readonly<{ problems: readonly FieldProblem[] }>;

export function ErrorSummary({ problems }: ErrorSummaryProps) {
  const { form } = useTexts();
  if (problems.length === 0) return null;
  return (
    <div class="note err" role="alert" tabindex={-1} autofocus>
      <ErrorIcon />
      <div class="b">
        <h2 class="t">{form.errorTitle(problems.length)}</h2>
        <ul class="mt-s">
          {problems.map(({ field, label, message }) => (
            <li>
              <a href={`#${field}`}>
                {label}　{message}
              </a>
            </li>
          ))}
        </ul>
        <p class="mt-s">{form.inputKept}</p>
      </div>
    </div>
  );
}
