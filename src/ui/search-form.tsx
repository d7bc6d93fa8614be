/** Search: the label is always visible, there is no placeholder, examples stand below as links. */
import { SearchIcon } from "./icons.tsx";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type SearchFormProps = Readonly<{
  action: string;
  label: string;
  value?: string | undefined;
  /** Name of the control. */
  name?: string | undefined;
  /** Id of the control, where a page has two searches. */
  id?: string | undefined;
  big?: boolean | undefined;
  /** Filters that a new search keeps. */
  keep?: readonly Readonly<{ name: string; value: string }>[] | undefined;
  examples?: readonly Readonly<{ label: string; href: string }>[] | undefined;
}>;

export function SearchForm({
  action,
  label,
  value,
  name = "q",
  id = name,
  big = false,
  keep = [],
  examples = [],
}: SearchFormProps) {
  const { form } = useTexts();
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the role on the form itself is the older, wider known pattern */}
      <form role="search" action={action} method="get">
        <label class="strong" for={id}>
          {label}
        </label>
        {keep.map((filter) => (
          <input type="hidden" name={filter.name} value={filter.value} />
        ))}
        <div class={big ? "searchbar big mt-s" : "searchbar mt-s"}>
          <input class="input" id={id} name={name} type="search" value={value} autocomplete="off" />
          <button class="btn main" type="submit">
            <SearchIcon />
            {form.search}
          </button>
        </div>
      </form>
      {examples.length === 0 ? null : (
        <p class="try">
          <span>{form.examples}</span>
          {examples.map((example) => (
            <Link href={example.href}>{example.label}</Link>
          ))}
        </p>
      )}
    </>
  );
}
