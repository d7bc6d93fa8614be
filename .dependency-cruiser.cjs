// The house: app → slices → ui, documents, platform → kernel. See docs/architecture.md.
// `parser` stays unset on purpose: TypeScript 7 is read through @swc/core, which dependency-cruiser finds by itself.
const SLICES = ["office", "registry", "intake", "programmes", "portal"]; // in the order in which they may use each other
const slicePattern = `^src/(${SLICES.join("|")})/`;

const upward = SLICES.flatMap((slice, index) => {
  const later = SLICES.slice(index + 1);
  if (later.length === 0) return [];
  return [
    {
      name: `${slice}-uses-a-later-slice`,
      severity: "error",
      from: { path: `^src/${slice}/` },
      to: { path: `^src/(${later.join("|")})/` },
    },
  ];
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "kernel-imports-only-itself",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: "\\.test\\.tsx?$" },
      to: { pathNot: "^(src/kernel|data/reference)/" },
    },
    {
      name: "foundations-do-not-point-up-or-sideways",
      severity: "error",
      from: { path: "^src/(platform|documents|ui)/" },
      to: { path: "^src/", pathNot: "^src/(kernel|$1)/" },
    },
    {
      name: "slices-do-not-use-app",
      severity: "error",
      from: { path: "^src/(?!app/)" },
      to: { path: "^src/app/" },
    },
    {
      name: "slices-meet-through-index",
      severity: "error",
      from: { path: slicePattern },
      to: { path: slicePattern, pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "app-uses-slices-through-index-or-routes",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: slicePattern, pathNot: ["^src/[^/]+/(index\\.ts|routes\\.tsx)$"] },
    },
    {
      name: "rules-know-no-database-and-no-http",
      comment: "Kysely and pg stand in stores, migrations and the platform; Hono in routes, pages and ui.",
      severity: "error",
      from: {
        path: slicePattern,
        pathNot: [
          "(-store|-query|routes|sample)(\\.test)?\\.tsx?$",
          "/migrations/",
          "/pages/",
          "/testing/", // what only tests build
          "/(require-permission|signed-in-only)\\.tsx?$", // guards of routes
          "\\.test\\.tsx?$",
          "/index\\.ts$",
        ],
      },
      to: { path: "node_modules/(pg|kysely|hono)/", pathNot: "node_modules/hono/dist/(types/)?jsx/" },
    },
    ...upward,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
