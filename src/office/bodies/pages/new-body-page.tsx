/** Form of a new body. The local government is named by its name or its code; a name that fits several asks which. */
import {
  Button,
  ButtonLink,
  CheckList,
  ErrorSummary,
  type FieldProblem,
  PageHead,
  pathIn,
  TextInput,
} from "../../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { BODY_KINDS } from "../body.ts";
import { bodyWords } from "../words.ts";

export type Government = Readonly<{ code: string; name: string }>;

export type NewBodyInput = Readonly<{
  kind: string;
  government: string;
  name: string;
  unit: string;
  approval: boolean;
}>;

export const EMPTY_BODY: NewBodyInput = {
  kind: "local_government",
  government: "",
  name: "",
  unit: "",
  approval: false,
};

export type NewBodyPageProps = Readonly<{
  page: OfficePage;
  input: NewBodyInput;
  problem?: FieldProblem | undefined;
  /** Local governments of the name that was entered, when there are several. */
  candidates?: readonly Government[] | undefined;
}>;

export function NewBodyPage({ page, input, problem, candidates = [] }: NewBodyPageProps) {
  const { lang } = page;
  const w = bodyWords(lang);
  const list = pathIn(lang, "/bodies");
  const error = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <OfficeFrame page={page} title={w.newTitle} way={[{ label: w.title, href: list }]} current="bodies">
      <div class="narrow">
        <PageHead kicker={w.title} title={w.newTitle} lead={w.newLead} />
        {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
        <form class="stack-l mt-l" method="post" action={pathIn(lang, "/bodies/new")} novalidate>
          <CheckList
            required
            pick="one"
            name="kind"
            label={w.kind}
            error={error("kind")}
            choices={BODY_KINDS.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
            chosen={[input.kind]}
          />
          {candidates.length === 0 ? null : (
            <CheckList
              required
              pick="one"
              name="code"
              label={w.candidates}
              choices={candidates.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))}
            />
          )}
          <TextInput
            name="government"
            label={w.government}
            hint={w.governmentHint}
            value={input.government}
            error={error("government")}
          />
          <TextInput name="name" label={w.name} hint={w.nameHint} value={input.name} error={error("name")} />
          <TextInput name="unit" label={w.unit} hint={w.unitHint} value={input.unit} />
          <CheckList
            name="approval"
            label={w.approval}
            hint={w.approvalHint}
            choices={[{ value: "asked", label: w.approvalAsked }]}
            chosen={input.approval ? ["asked"] : []}
          />
          <div class="row">
            <Button look="main">{w.new}</Button>
            <ButtonLink look="plain" href={list}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </OfficeFrame>
  );
}
