/** After a handover: what moved, what to do next, and the way back while there is one. */
import { Button, Link, Notice, PageHead, pathIn, Section } from "../../ui/index.ts";
import { type Body, bodyAddress } from "../bodies/body.ts";
import { MemberFrame, Refusal } from "../members/pages/member-frame.tsx";
import { dayWords, type OfficePage } from "../office-page.tsx";
import type { Handover } from "./handover-store.ts";
import { handoverWords } from "./words.ts";

export type HandedOverPageProps = Readonly<{
  page: OfficePage;
  body: Body;
  handover: Handover;
  refused?: string | undefined;
}>;

export function HandedOverPage({ page, body, handover, refused }: HandedOverPageProps) {
  const { lang } = page;
  const w = handoverWords(lang);
  const { fromName, toName, moved, ended, lastDay, isUndone } = handover;
  const own = bodyAddress(body.id);
  const title = isUndone ? w.undoneTitle : w.doneTitle;
  return (
    <MemberFrame
      page={page}
      body={body}
      title={title}
      behind="body"
      way={[{ label: w.title, href: pathIn(lang, `${own}/handover`) }]}
    >
      <PageHead kicker={body.name} title={w.title} />
      <Refusal title={w.refused} text={refused} />
      <Notice kind={isUndone ? "info" : "ok"} title={title} announce>
        <p>{isUndone ? w.undoneLead(fromName, moved.length) : w.doneLead(fromName, toName, moved.length)}</p>
        {isUndone || lastDay === null ? null : <p>{w.doneRoles(ended.length, dayWords(lastDay, lang))}</p>}
      </Notice>
      <Section id="next" title={w.next}>
        <ul class="linklist">
          <li>
            <Link class="t" href={pathIn(lang, `${own}/notes`)}>
              {w.toNotes}
            </Link>
          </li>
          <li>
            <Link class="t" href={pathIn(lang, `${own}/members`)}>
              {w.toMembers}
            </Link>
          </li>
        </ul>
      </Section>
      {isUndone ? null : (
        <form class="stack mt-xl" method="post" action={pathIn(lang, `${own}/handover/${handover.id}/undo`)}>
          <p>{w.undoLead}</p>
          <Button>{w.undo}</Button>
        </form>
      )}
    </MemberFrame>
  );
}
