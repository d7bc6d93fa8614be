/** Steps of a task; on a phone only the current one keeps its words. */
import { useTexts } from "./messages.ts";

export type StepsProps = Readonly<{
  steps: readonly string[];
  /** Index of the current step, from 0. */
  current: number;
  label?: string | undefined;
}>;

export function Steps({ steps, current, label }: StepsProps) {
  const { view } = useTexts();
  return (
    <ol class="steps" aria-label={label ?? view.steps}>
      {steps.map((step, index) => (
        <li class={index < current ? "done" : undefined} aria-current={index === current ? "step" : undefined}>
          <span class="w">{step}</span>
        </li>
      ))}
    </ol>
  );
}
