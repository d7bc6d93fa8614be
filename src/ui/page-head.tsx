/** Head of a page: what kind of thing (kicker), its name, one line of explanation, and the actions. */
import type { Child } from "hono/jsx";

export type PageHeadProps = Readonly<{
  title: Child;
  kicker?: Child;
  lead?: Child;
  actions?: Child;
  /** A name of a record fills its line and is not broken at phrases. */
  proper?: boolean | undefined;
}>;

export function PageHead({ title, kicker, lead, actions, proper = false }: PageHeadProps) {
  return (
    <div class="head">
      <div>
        {kicker === undefined ? null : <p class="kicker">{kicker}</p>}
        <h1 class={proper ? "proper" : undefined}>{title}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div class="act">{actions}</div>}
    </div>
  );
}
