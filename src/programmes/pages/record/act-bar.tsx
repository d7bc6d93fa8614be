/** What the reader may do with a programme, the next thing first and filled; nothing else is offered. */
import { ButtonLink, pathIn, useLang } from "../../../ui/index.ts";
import type { ProgrammeAct } from "../../programme-acts.ts";
import { programmeAddress } from "../../programme-address.ts";
import { useWords } from "../words.ts";
import type { ShownProgramme } from "./shown-programme.ts";

const PATHS: Readonly<Record<ProgrammeAct, string>> = {
  review: "review",
  edit: "edit",
  submit: "submit",
  take_back: "review",
  publish: "publish",
  withdraw: "withdraw",
};

export function ActBar({ programme: { id, acts, recorded } }: Readonly<{ programme: ShownProgramme }>) {
  const { acts: w, record } = useWords();
  const lang = useLang();
  if (recorded === null || acts.length === 0) return null;
  const main = acts.includes("submit") ? "submit" : acts[0];
  const label = (act: ProgrammeAct) =>
    act === "withdraw" && recorded.publication === "unpublished" ? w.giveUp : w[act];
  return (
    <nav class="row mt-l noprint" aria-label={record.actions}>
      {acts.map((act) => (
        <ButtonLink
          look={act === main ? "main" : act === "withdraw" ? "plain" : "outline"}
          href={pathIn(lang, `${programmeAddress(id)}/${PATHS[act]}`)}
        >
          {label(act)}
        </ButtonLink>
      ))}
    </nav>
  );
}
