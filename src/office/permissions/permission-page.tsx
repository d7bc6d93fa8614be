/** The permission table as a page: what the reader may do now, then the whole table by action and role. */
import {
  ACTIONS,
  type Action,
  type Actor,
  marksCovered,
  PERMISSION_TABLE,
  ROLES,
  type Role,
  type Scope,
} from "../../platform/index.ts";
import { ButtonLink, DataTable, Fact, Facts, PageHead, pathIn, Section } from "../../ui/index.ts";
import { bodyTitle } from "../bodies/body.ts";
import { OfficeFrame, type OfficePage } from "../office-page.tsx";
import type { PermissionWords } from "./messages.ja.ts";
import { permissionWords } from "./words.ts";

const SCOPES: readonly Scope[] = ["own_body", "own_tree", "all"];

export function PermissionPage({ page }: Readonly<{ page: OfficePage }>) {
  const w = permissionWords(page.lang);
  const csv = <ButtonLink href={pathIn(page.lang, "/permissions.csv")}>{w.csv}</ButtonLink>;
  return (
    <OfficeFrame page={page} title={w.title} current="permissions">
      <PageHead kicker={w.kicker} title={w.title} lead={w.lead} actions={csv} />
      <Section id="own" title={w.ownTitle}>
        <OwnPermissions actor={page.actor} w={w} />
      </Section>
      <Section id="all" title={w.caption}>
        <p class="mb">{w.apart}</p>
        <PermissionTable w={w} />
      </Section>
      <Section id="scopes" title={w.scopesTitle}>
        <Facts>
          {SCOPES.map((scope) => (
            <Fact term={w.scopes[scope]}>{w.scopeMeanings[scope]}</Fact>
          ))}
        </Facts>
      </Section>
    </OfficeFrame>
  );
}

type Own = Readonly<{ action: Action; scope: Scope }>;

function OwnPermissions({ actor, w }: Readonly<{ actor: Actor; w: PermissionWords }>) {
  if (actor.kind !== "member") return <p>{w.ownOperator}</p>;
  const rows = ACTIONS.flatMap((action) => ownScope(actor, actor.roles, action));
  const roles = actor.roles.map((role) => w.roles[role]).join(w.separator);
  return (
    <>
      <p class="mb">{w.ownLead(bodyTitle(actor.body), roles)}</p>
      <DataTable<Own>
        caption={w.ownCaption}
        captionHidden
        rows={rows}
        empty={<p>{w.ownNothing}</p>}
        columns={[
          { label: w.action, header: true, cell: ({ action }) => w.actions[action] },
          { label: w.scopeColumn, cell: ({ scope }) => w.scopes[scope] },
        ]}
      />
    </>
  );
}

/** The widest of what the roles give; a tree is one only where the marks say so. */
function ownScope(actor: Actor, roles: readonly Role[], action: Action): readonly Own[] {
  const scopes = roles.flatMap((role) => PERMISSION_TABLE[role][action] ?? []);
  const covered = marksCovered(actor, action);
  if (covered.includes("*")) return [{ action, scope: "all" }];
  const coversTree = scopes.includes("own_tree") && covered.some((mark) => mark.length === 2);
  return covered.length === 0 ? [] : [{ action, scope: coversTree ? "own_tree" : "own_body" }];
}

function PermissionTable({ w }: Readonly<{ w: PermissionWords }>) {
  const label = (role: Role, action: Action) => {
    const scope = PERMISSION_TABLE[role][action];
    return scope === undefined ? <span class="sub">{w.none}</span> : <span class="strong">{w.scopes[scope]}</span>;
  };
  return (
    <DataTable<Action>
      caption={w.caption}
      captionHidden
      sticky
      rows={ACTIONS}
      columns={[
        { label: w.action, header: true, cell: (action) => w.actions[action] },
        ...ROLES.map((role) => ({ label: w.roles[role], cell: (action: Action) => label(role, action) })),
      ]}
    />
  );
}
