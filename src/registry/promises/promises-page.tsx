/** All promises of an agreement: which are kept, and one more. */
import {
  Button,
  ButtonLink,
  DataTable,
  ErrorSummary,
  type FieldProblem,
  Notice,
  PageHead,
  pathIn,
  Section,
  Tag,
  TextArea,
  TextInput,
} from "../../ui/index.ts";
import { agreementAddress } from "../criteria-address.ts";
import { dayText } from "../pages/date-view.ts";
import { RegistryFrame } from "../pages/frame.tsx";
import type { PageContext } from "../pages/page-context.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import type { AgreementPromise } from "./promise-store.ts";
import { promiseWords } from "./words.ts";

export type PromiseInput = Readonly<{ text: string; madeOn: string; dueOn: string }>;
export const NO_PROMISE: PromiseInput = { text: "", madeOn: "", dueOn: "" };

export type PromisesPageProps = Readonly<{
  page: PageContext;
  agreement: RecordedAgreement;
  promises: readonly AgreementPromise[];
  input: PromiseInput;
  saved?: string | undefined;
  problem?: FieldProblem | undefined;
  refused?: string | undefined;
}>;

export function PromisesPage({ page, agreement, promises, input, saved, problem, refused }: PromisesPageProps) {
  const { lang } = page;
  const w = promiseWords(lang);
  const own = pathIn(lang, agreementAddress(agreement.id));
  const error = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <RegistryFrame page={page} title={w.title} crumbs={[{ label: agreement.title, href: own }, { label: w.title }]}>
      <PageHead kicker={agreement.title} title={w.title} lead={w.lead} />
      {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
      {saved === undefined ? null : <Notice kind="ok" title={saved} announce />}
      {refused === undefined ? null : (
        <Notice kind="err" title={w.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <Promises own={own} promises={promises} page={page} />
      <Section id="add" title={w.add}>
        <form class="stack-l narrow" method="post" action={`${own}/promises`} novalidate>
          <TextArea
            required
            rows={3}
            name="text"
            label={w.text}
            hint={w.textHint}
            value={input.text}
            error={error("text")}
          />
          <TextInput name="madeOn" label={w.madeOn} hint={w.dayHint} value={input.madeOn} error={error("madeOn")} />
          <TextInput name="dueOn" label={w.dueOn} hint={w.dayHint} value={input.dueOn} error={error("dueOn")} />
          <div class="row">
            <Button look="main">{w.add}</Button>
            <ButtonLink look="plain" href={own}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </Section>
    </RegistryFrame>
  );
}

type PromisesProps = Readonly<{ own: string; promises: readonly AgreementPromise[]; page: PageContext }>;

function Promises({ own, promises, page: { lang } }: PromisesProps) {
  const w = promiseWords(lang);
  const day = (value: string | null) =>
    value === null ? <span class="sub">{w.unknownDay}</span> : dayText(value, lang);
  return (
    <DataTable<AgreementPromise>
      caption={w.caption(promises.length)}
      rows={promises}
      empty={<p class="mt">{w.none}</p>}
      columns={[
        { label: w.text, header: true, cell: ({ text }) => text },
        { label: w.madeOn, cell: ({ madeOn }) => day(madeOn) },
        { label: w.dueOn, cell: ({ dueOn }) => day(dueOn) },
        { label: w.state, cell: ({ isKept }) => (isKept ? w.kept : <Tag kind="est">{w.open}</Tag>) },
        {
          label: w.act,
          cell: ({ id, isKept, text }) => (
            <form method="post" action={`${own}/promises/${id}/${isKept ? "reopen" : "keep"}`}>
              <Button small>
                {isKept ? w.reopen : w.keep}
                <span class="vh">{w.of(text)}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
