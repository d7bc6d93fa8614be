/** The two sides of an agreement with the bridge between them; several parties of one side are a list. No flags. */
import type { Child } from "hono/jsx";
import { BridgeArch } from "./bridge-art.tsx";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type PartyView = Readonly<{
  name: string;
  /** Page of the party; a body without a record has none. */
  href?: string | undefined;
  /** Below the name: how it was called then, who holds it now. */
  note?: Child;
}>;

export type PartiesProps = Readonly<{ japan: readonly PartyView[]; foreign: readonly PartyView[] }>;

export function Parties({ japan, foreign }: PartiesProps) {
  const { agreement } = useTexts();
  return (
    <div class="parties">
      <Side label={agreement.japan} parties={japan} />
      <div class="link">
        <BridgeArch />
      </div>
      <Side label={agreement.foreign} parties={foreign} />
    </div>
  );
}

function Side({ label, parties }: Readonly<{ label: string; parties: readonly PartyView[] }>) {
  const [only, ...others] = parties;
  return (
    <div>
      <p class="side">{label}</p>
      {only !== undefined && others.length === 0 ? (
        <>
          <p class="name">{partyName(only)}</p>
          <PartyNote note={only.note} />
        </>
      ) : (
        <ul class="several">
          {parties.map((party) => (
            <li>
              <span class="name">{partyName(party)}</span>
              <PartyNote note={party.note} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function partyName({ name, href }: PartyView): Child {
  return href === undefined ? name : <Link href={href}>{name}</Link>;
}

function PartyNote({ note }: Readonly<{ note: Child }>) {
  return note === undefined || note === null ? null : <div class="sub">{note}</div>;
}
