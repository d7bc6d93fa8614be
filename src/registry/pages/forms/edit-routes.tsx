/**
 * Changing an agreement: saved at once, or sent for approval where the body asks for it and the record is public. A
 * returned change is corrected in the same form, joined with what others have changed since.
 */
import { refusePage } from "../../../office/index.ts";
import type { RequestContext, Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import type { AgreementFacts } from "../../agreement.ts";
import { agreementAsOf } from "../../agreement-as-of.ts";
import { findAgreement } from "../../agreement-store.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { joinProposed } from "../../decide-proposal.ts";
import { type EditProblem, editAgreement } from "../../edit-agreement.ts";
import { listHistory } from "../../history-store.ts";
import type { StaleVersion } from "../../problems.ts";
import type { Proposal } from "../../proposal.ts";
import { findLatestProposal } from "../../proposal-store.ts";
import { type ProposeProblem, proposeChange } from "../../propose-change.ts";
import { actsOn } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import type { Answer } from "../answer.ts";
import { personText } from "../approval/person-text.ts";
import { instantText } from "../date-view.ts";
import { pageContext } from "../page-context.ts";
import { words } from "../words.ts";
import { ConflictPage, savedByText } from "./conflict-page.tsx";
import { knownCounterparts } from "./counterpart-query.ts";
import { formText } from "./form-fields.ts";
import { type FormInput, inputOfFacts, readAgreementInput, withRoom, withRowsAskedFor } from "./form-input.ts";
import { EditAgreementPage, type EditPageProps, type Proposing } from "./form-page.tsx";
import { applyChoices, conflictsOf, readChoices } from "./merge-changes.ts";
import { controlsOf, NO_BASE, type ReadFacts, readFacts } from "./read-facts.ts";

/** The record to change, and how: `proposing` when another person approves. */
type Opened = Readonly<{
  saved: RecordedAgreement;
  /** The facts the form begins with: the record's, or those of the returned change. */
  facts: AgreementFacts;
  proposing: Proposing | undefined;
}>;

/** @returns an answer when this reader cannot change this record now. */
async function open(tx: Tx, c: RequestContext): Promise<Opened | Answer> {
  const id = c.req.param("id") ?? "";
  const saved = await findAgreement(tx, id);
  if (saved === undefined) return () => c.notFound();
  const own = pathIn(c.get("lang"), agreementAddress(id));
  if (saved.mergedInto !== null) return () => c.redirect(own, 303);
  const latest = await findLatestProposal(tx, saved.no);
  const acts = await actsOn(tx, c.get("actor"), saved, latest);
  if (acts.includes("edit")) return { saved, facts: saved, proposing: undefined };
  if (acts.includes("propose")) return openProposing(tx, saved, latest);
  return acts.includes("take_back") ? () => c.redirect(own, 303) : () => refusePage(c);
}

async function openProposing(tx: Tx, saved: RecordedAgreement, latest: Proposal | undefined): Promise<Opened> {
  if (latest?.state !== "returned" || latest.facts === null) {
    return { saved, facts: saved, proposing: { message: "", inConflict: [] } };
  }
  const { facts, inConflict } = await joinProposed(tx, saved, latest, latest.facts);
  return { saved, facts, proposing: { message: latest.message ?? "", returned: latest, inConflict } };
}

export async function showEdit(tx: Tx, c: RequestContext): Promise<Answer> {
  const opened = await open(tx, c);
  if (typeof opened === "function") return opened;
  const { saved, facts, proposing } = opened;
  const input = withRoom(inputOfFacts(facts, saved.version, c.get("lang")));
  const reason = proposing?.returned?.reason ?? "";
  return editPage(c, saved, { input: { ...input, reason }, proposing });
}

export async function saveEdit(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const opened = await open(tx, c);
  if (typeof opened === "function") return opened;
  const { saved } = opened;
  const input = readAgreementInput(form);
  const proposing = opened.proposing && { ...opened.proposing, message: formText(form, "message") };
  const more = withRowsAskedFor(form, input);
  if (more !== undefined) return editPage(c, saved, { input: more, proposing });
  const base = await baseOf(tx, opened, input, form);
  const read = readFacts(input, base ?? NO_BASE, await knownCounterparts(tx, input, c.get("lang")));
  if (read.problems.length > 0) return editPage(c, saved, { input, problems: read.problems, proposing }, 422);
  return save(tx, c, { form, input, read, base, saved, proposing });
}

/** The facts whose rows the form refers to: those it was opened with. */
async function baseOf(tx: Tx, { saved, facts }: Opened, input: FormInput, form: FormData) {
  if (form.has("proposal") && Number(input.opened) === saved.version) return facts;
  const opened = await agreementAsOf(tx, saved.id, { version: Number(input.opened) });
  return opened.ok ? opened.value.after : undefined;
}

type Sent = Readonly<{
  form: FormData;
  input: FormInput;
  read: ReadFacts;
  base: AgreementFacts | undefined;
  saved: RecordedAgreement;
  proposing: Proposing | undefined;
}>;

async function save(tx: Tx, c: RequestContext, sent: Sent): Promise<Answer> {
  const { form, input, read, saved, proposing } = sent;
  const actor = c.get("actor");
  const change = {
    id: saved.id,
    expectedVersion: Number(input.version),
    facts: applyChoices(saved, read.facts, readChoices(form)),
    reason: input.reason || null,
  };
  const outcome =
    proposing === undefined
      ? await editAgreement(tx, actor, { ...change, confirmation: formText(form, "confirmation") || null })
      : await proposeChange(tx, actor, { ...change, message: proposing.message || null });
  if (!outcome.ok) return refuseEdit(tx, c, sent, outcome.problem);
  const done = proposing === undefined ? "edited" : "proposed";
  return () => c.redirect(`${pathIn(c.get("lang"), agreementAddress(saved.id))}?saved=${done}`, 303);
}

async function refuseEdit(
  tx: Tx,
  c: RequestContext,
  sent: Sent,
  problem: EditProblem | ProposeProblem,
): Promise<Answer> {
  const { form, input, saved, proposing } = sent;
  const { problems } = words(c.get("lang"));
  switch (problem.code) {
    case "agreement_not_found":
      return () => c.notFound();
    case "not_permitted":
      return () => refusePage(c);
    case "stale_version":
      return showConflict(tx, c, sent, problem);
    case "invalid_facts":
      return editPage(c, saved, { input, problems: controlsOf(problem.problems), proposing }, 422);
    case "personal_data_unconfirmed": {
      const personal = { warnings: problem.warnings, confirmation: formText(form, "confirmation") };
      return editPage(c, saved, { input, personal }, 422);
    }
    case "personal_mailbox_in_reason": {
      const said = problems.personal_mailbox_in_reason;
      return editPage(
        c,
        saved,
        { input, proposing: proposing && { ...proposing, message: "", messageError: said } },
        422,
      );
    }
    case "nothing_changed":
      return editPage(c, saved, { input, proposing, refused: words(c.get("lang")).proposing.nothing }, 422);
    case "counterpart_unknown":
      throw new Error(`facts passed the form and were refused: ${JSON.stringify(problem)}`);
    default:
      return editPage(c, saved, { input, proposing, refused: problems[problem.code] }, 409);
  }
}

async function showConflict(
  tx: Tx,
  c: RequestContext,
  { form, read, base }: Sent,
  { saved }: StaleVersion,
): Promise<Answer> {
  const lang = c.get("lang");
  const [newest] = await listHistory(tx, saved.id);
  const who = personText(newest?.recordedBy ?? "", newest?.recordedByName ?? null, lang);
  const page = (
    <ConflictPage
      page={pageContext(c)}
      saved={saved}
      mine={read.facts}
      conflicts={conflictsOf(saved, read.facts, base)}
      savedBy={savedByText(who, instantText(saved.updatedAt, lang), lang)}
      sent={form}
    />
  );
  return () => renderPage(c, page, 409);
}

type Shown = Pick<EditPageProps, "input" | "proposing" | "personal" | "refused"> &
  Partial<Pick<EditPageProps, "problems">>;

function editPage(
  c: RequestContext,
  { id, title }: RecordedAgreement,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
): Answer {
  return () =>
    renderPage(c, <EditAgreementPage page={pageContext(c)} id={id} title={title} problems={[]} {...shown} />, status);
}
