/** The agreements of a programme in its form: those linked, a search that offers others, and numbers for who has them. */
import { type AgreementSummary, countryText } from "../../../registry/index.ts";
import { Button, Link, Notice, pathIn, TextArea, TextInput, useLang } from "../../../ui/index.ts";
import { useWords } from "../words.ts";
import { type AgreementOffer, chosenAgreements, FIND } from "./agreement-choice.ts";
import type { FactsInput } from "./facts-input.ts";
import type { SaysAt } from "./form-says.ts";

export type AgreementFieldsProps = Readonly<{ input: FactsInput; says: SaysAt; offer: AgreementOffer; action: string }>;

export function AgreementFields({ input, says, offer, action }: AgreementFieldsProps) {
  const { factsForm: w } = useWords();
  return (
    <>
      <Linked input={input} offer={offer} />
      <div class="rowfields findfields">
        <TextInput
          {...{ name: "agreementSearch", label: w.agreements.search, hint: w.agreements.searchHint }}
          {...{ value: input.agreementSearch, type: "search", optionalWords: "" }}
        />
        <div class="row">
          <Button name="act" value={FIND.own} formAction={action}>
            {w.agreements.find}
          </Button>
          <Button look="plain" name="act" value={FIND.all} formAction={action}>
            {w.agreements.findAll}
          </Button>
        </div>
      </div>
      <input type="hidden" name="agreementSearched" value={offer.found?.words ?? input.agreementSearched} />
      {offer.found === null ? null : <Found found={offer.found} />}
      <TextArea
        {...{ name: "agreementIds", label: w.labels.agreementIds, hint: w.hints.agreementIds }}
        {...{ value: input.agreementIds, error: says("agreementIds") }}
        rows={2}
      />
    </>
  );
}

/** A tick taken out takes the link away. */
function Linked({ input, offer }: Pick<AgreementFieldsProps, "input" | "offer">) {
  const { factsForm: w } = useWords();
  const chosen = chosenAgreements(input);
  const known = new Map(offer.linked.map((one) => [one.id, one]));
  if (chosen.length === 0) return null;
  return (
    <fieldset class="field" id="agreements" tabindex={-1}>
      <legend class="strong mb-s">{w.agreements.linked}</legend>
      <p class="hint">{w.agreements.linkedHint}</p>
      {input.agreementsShown.map((id) => (
        <input type="hidden" name="agreementsShown" value={id} />
      ))}
      {chosen.map((id) => (
        <Choice id={id} agreement={known.get(id)} isChosen={input.agreements.includes(id)} />
      ))}
    </fieldset>
  );
}

function Found({ found }: Readonly<{ found: NonNullable<AgreementOffer["found"]> }>) {
  const { factsForm } = useWords();
  const { agreements: w } = factsForm;
  const { rows, words, within, hasMore } = found;
  if (rows.length === 0) {
    return (
      <Notice kind="gray" title={words === "" ? w.noneOfBody : w.noneFound(words)} announce>
        <p>{within === "own" ? w.noneOwnText : w.noneAllText}</p>
      </Notice>
    );
  }
  return (
    <fieldset class="field" id="agreementsFound">
      <legend class="strong mb-s">{w.found(rows.length, words)}</legend>
      <p class="hint">{hasMore ? w.foundMore : w.foundHint}</p>
      {rows.map((agreement, at) => (
        <Choice id={agreement.id} agreement={agreement} isChosen={false} isFocused={at === 0} />
      ))}
    </fieldset>
  );
}

type ChoiceProps = Readonly<{ id: string; agreement: AgreementSummary | undefined; isChosen: boolean }> &
  Readonly<{ /** The keyboard stands on it when the page opens. */ isFocused?: boolean }>;

function Choice({ id, agreement, isChosen, isFocused = false }: ChoiceProps) {
  const { factsForm: w } = useWords();
  const lang = useLang();
  return (
    <div class="pick">
      <label class="check">
        <input type="checkbox" name="agreements" value={id} checked={isChosen} autofocus={isFocused} />
        <span>
          <span class="strong">{agreement?.title ?? w.agreements.unread}</span>
          <br />
          <span class="small sub">{agreement === undefined ? id : aboutAgreement(agreement, lang)}</span>
        </span>
      </label>
      {agreement === undefined ? null : (
        <Link class="small" href={pathIn(lang, `/agreements/${id}`)}>
          {w.agreements.open(id)}
        </Link>
      )}
    </div>
  );
}

/** Both sides, the date of signing as printed. */
function aboutAgreement({ japan, foreign, signed }: AgreementSummary, lang: ReturnType<typeof useLang>): string {
  const abroad = foreign.map(({ name, country }) => {
    const known = countryText(country, lang);
    return name.startsWith(known) ? name : `${name}（${known}）`;
  });
  return [japan.map(({ name }) => name).join("、"), abroad.join("、"), signed?.asPrinted ?? ""]
    .filter((part) => part !== "")
    .join("　");
}
