/** `/permissions`: the permission table as everybody who signed in may read it, and as a file. */
import { Hono } from "hono";
import { csvText, type ExportColumn } from "../../documents/writers/csv.ts";
import { ACTIONS, type Action, PERMISSION_TABLE, type RequestEnv, ROLES } from "../../platform/index.ts";
import { type Lang, renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { requireSignIn } from "../require-permission.tsx";
import { PermissionPage } from "./permission-page.tsx";
import { permissionWords } from "./words.ts";

export function permissionRoutes(): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use("/permissions", requireSignIn);
  routes.use("/permissions.csv", requireSignIn);
  routes.get("/permissions", (c) => renderPage(c, <PermissionPage page={officePage(c)} />));
  routes.get("/permissions.csv", (c) => {
    const lang = c.get("lang");
    const name = encodeURIComponent(`${permissionWords(lang).csvName}.csv`);
    c.header("Content-Type", "text/csv; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="permissions.csv"; filename*=UTF-8''${name}`);
    return c.body(csvText(columns(lang), ACTIONS));
  });
  return routes;
}

function columns(lang: Lang): readonly ExportColumn<Action>[] {
  const w = permissionWords(lang);
  return [
    { header: w.action, value: (action) => w.actions[action] },
    ...ROLES.map((role) => ({
      header: w.roles[role],
      value: (action: Action) => {
        const scope = PERMISSION_TABLE[role][action];
        return scope === undefined ? w.none : w.scopes[scope];
      },
    })),
  ];
}
