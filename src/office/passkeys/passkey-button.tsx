/**
 * Where a passkey is used or added: words for who has no script, and a button that the island (passkey-island.ts) wakes.
 * The island finds everything it needs in the attributes; without it the words say what to do.
 */
export const PASSKEY_ISLAND = "src/office/passkeys/passkey-island.ts";

export type PasskeyWords = Readonly<{
  button: string;
  noScript: string;
  unable: string;
  refused: string;
  working: string;
}>;

export type PasskeyButtonProps = Readonly<{
  act: "sign-in" | "add";
  words: PasskeyWords;
  /** Where to go on when it worked. */
  next: string;
  /** Id of the field with the passkey's name. */
  nameField?: string | undefined;
}>;

export function PasskeyButton({ act, words, next, nameField }: PasskeyButtonProps) {
  return (
    <div
      class="stack-s"
      data-passkey={act}
      data-next={next}
      data-name-field={nameField}
      data-unable={words.unable}
      data-refused={words.refused}
      data-working={words.working}
    >
      <p class="sub" data-passkey-words role="status">
        {words.noScript}
      </p>
      <button type="button" class="btn" hidden>
        {words.button}
      </button>
    </div>
  );
}
