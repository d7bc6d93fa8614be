/** Everything that was typed travels along, unseen, while a person decides what to do with it. */

type TypedProps = Readonly<{
  form: FormData;
  /** The version shown now: sending replaces that one, so that a further change is noticed again. */
  version: number;
}>;

export function Typed({ form, version }: TypedProps) {
  const kept = [...form].filter(([name]) => name !== "version" && name !== "act" && !name.startsWith("keep."));
  return (
    <>
      <input type="hidden" name="version" value={String(version)} />
      {kept.map(([name, value]) =>
        typeof value === "string" ? <input type="hidden" name={name} value={value} /> : null,
      )}
    </>
  );
}
