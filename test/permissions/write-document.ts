/** `npm run permissions`: writes docs/permissions.md anew. */
import { writeFileSync } from "node:fs";
import { permissionDocument } from "./permission-document.ts";

writeFileSync("docs/permissions.md", permissionDocument());
