/** End of a form that decides something: the one filled button, and the way back that decides nothing. */
import { Button, ButtonLink } from "../../ui/index.ts";

export type SubmitRowProps = Readonly<{ label: string; cancel: string; back: string }>;

export function SubmitRow({ label, cancel, back }: SubmitRowProps) {
  return (
    <div class="row mt-l">
      <Button look="main">{label}</Button>
      <ButtonLink look="plain" href={back}>
        {cancel}
      </ButtonLink>
    </div>
  );
}
