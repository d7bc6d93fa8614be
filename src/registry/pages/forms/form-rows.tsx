/** Rows of the form that may be several: parties, dates, fields, sources. */
import { CheckList, Select, TextInput, useLang } from "../../../ui/index.ts";
import { FIELDS } from "../../field.ts";
import { fieldText } from "../place-names.ts";
import { useWords } from "../words.ts";
import type { FormPartProps } from "./form-control.ts";
import { control } from "./form-control.ts";
import { NONE } from "./form-input.ts";
import type { InputProblem } from "./input-problem.ts";
import { DATE_ROLES } from "./read-dates.ts";

export function JapanRows({ input, problems }: FormPartProps) {
  const { form } = useWords();
  const lang = useLang();
  return (
    <>
      {input.japan.map((row, index) => {
        const name = `japan.${index}.name`;
        const choices = problems.find(({ field, candidates }) => field === name && candidates !== undefined);
        return (
          <div class="stack-s">
            <TextInput
              required={index === 0}
              {...control(name, form.japanName(index + 1), problems, lang)}
              hint={index === 0 ? form.japanHint : undefined}
              value={row.name}
            />
            <Choices
              name={`japan.${index}.code`}
              text={row.name}
              problem={choices}
              none={form.notGovernment}
              chosen={row.code}
            />
            <input type="hidden" name={`japan.${index}.was`} value={choices === undefined ? row.was : row.name} />
          </div>
        );
      })}
    </>
  );
}

export function ForeignRows({ input, problems }: FormPartProps) {
  const { form } = useWords();
  const lang = useLang();
  return (
    <>
      {input.foreign.map((row, index) => {
        const name = `foreign.${index}.name`;
        const choices = problems.find(({ field, candidates }) => field === name && candidates !== undefined);
        const none = choices?.code === "country_not_told" ? form.countryUnknown : form.newCounterpart;
        return (
          <div class="stack-s">
            <TextInput
              required={index === 0}
              {...control(name, form.foreignName(index + 1), problems, lang)}
              hint={index === 0 ? form.foreignHint : undefined}
              value={row.name}
            />
            <Choices
              name={`foreign.${index}.counterpart`}
              text={row.name}
              problem={choices}
              none={none}
              chosen={row.counterpart}
            />
            <input type="hidden" name={`foreign.${index}.was`} value={choices === undefined ? row.was : row.name} />
            <TextInput
              {...control(`foreign.${index}.country`, form.foreignCountry(index + 1), problems, lang)}
              hint={index === 0 ? form.foreignCountryHint : undefined}
              optionalWords={form.optionalCountry}
              value={row.country}
            />
          </div>
        );
      })}
    </>
  );
}

type ChoicesProps = Readonly<{
  name: string;
  text: string;
  problem: InputProblem | undefined;
  none: string;
  chosen: string;
}>;

/** What a name may mean; without such a question what was chosen earlier travels along. */
function Choices({ name, text, problem, none, chosen }: ChoicesProps) {
  const { form } = useWords();
  if (problem === undefined) return <input type="hidden" name={name} value={chosen} />;
  return (
    <CheckList
      name={name}
      label={form.candidates(text)}
      pick="one"
      required
      chosen={chosen === "" ? [] : [chosen]}
      choices={[...(problem.candidates ?? []), { value: NONE, label: none }]}
    />
  );
}

export function DateRows({ input, problems }: FormPartProps) {
  const { form, roles } = useWords();
  const lang = useLang();
  return (
    <>
      {input.dates.map((row, index) => (
        <div class={rowClass(index)}>
          <TextInput
            {...control(`dates.${index}.asPrinted`, form.dateName(index + 1), problems, lang)}
            value={row.asPrinted}
          />
          <TextInput
            {...control(`dates.${index}.read`, form.dateRead(index + 1), problems, lang)}
            optionalWords={form.optionalReading}
            value={row.read}
          />
          <Select
            {...control(`dates.${index}.role`, form.dateRole(index + 1), problems, lang)}
            options={DATE_ROLES.map((role) => ({ value: role, label: roles[role] }))}
            emptyLabel={null}
            value={row.role === "" ? "signed" : row.role}
          />
          <TextInput
            {...control(`dates.${index}.party`, form.dateParty(index + 1), problems, lang)}
            value={row.party}
          />
          <input type="hidden" name={`dates.${index}.base`} value={row.base} />
        </div>
      ))}
    </>
  );
}

export function ListingRows({ input, problems }: FormPartProps) {
  const { form } = useWords();
  const lang = useLang();
  return (
    <>
      {input.listings.map((field, index) => (
        <Select
          {...control(`listings.${index}`, form.listingName(index + 1), problems, lang)}
          options={FIELDS.map((value) => ({ value, label: fieldText(value, lang) }))}
          emptyLabel={form.noField}
          value={field}
        />
      ))}
    </>
  );
}

export function SourceRows({ input, problems }: FormPartProps) {
  const { form } = useWords();
  const lang = useLang();
  return (
    <>
      {input.sources.map((row, index) => {
        const n = index + 1;
        return (
          <div class={rowClass(index)}>
            <TextInput {...control(`sources.${index}.title`, form.sourceTitle(n), problems, lang)} value={row.title} />
            <TextInput
              {...control(`sources.${index}.publisher`, form.sourcePublisher(n), problems, lang)}
              value={row.publisher}
            />
            <TextInput {...control(`sources.${index}.place`, form.sourcePlace(n), problems, lang)} value={row.place} />
            <TextInput {...control(`sources.${index}.asOf`, form.sourceAsOf(n), problems, lang)} value={row.asOf} />
            <input type="hidden" name={`sources.${index}.base`} value={row.base} />
          </div>
        );
      })}
    </>
  );
}

/** Rows of several lines stand further apart than their lines. */
function rowClass(index: number): string {
  return index === 0 ? "cols-2" : "cols-2 mt-xl";
}
