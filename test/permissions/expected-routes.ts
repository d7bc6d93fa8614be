/**
 * How each route of the application should answer each role, written down by hand and not derived from the permission
 * table. A route without a line here fails the test; so does a line without a route.
 */
import type { ExpectedAnswers, RouteCase } from "./route-case.ts";

const EVERYBODY: ExpectedAnswers = { rest: "in" };
const NOT_THERE: ExpectedAnswers = { rest: "404" };
const NOBODY: ExpectedAnswers = { rest: "403" };
const SIGNED_IN: ExpectedAnswers = { rest: "in", public: "403", nobody: "403" };

/** Whose roles have ended still has an account; the start's link has none. */
const HOLDERS_OF_ACCOUNTS: ExpectedAnswers = { rest: "in", public: "403", operator: "403" };
/** Sample accounts are opened by a click and have neither password nor second factor. */
const SAMPLE_ACCOUNTS: ExpectedAnswers = { rest: "403" };
const SWITCHERS: ExpectedAnswers = { rest: "in 403", public: "403", nobody: "403", operator: "403" };
/** Open work of the body worked for; the holder of the start's link works for none. */
const COLLEAGUES: ExpectedAnswers = {
  rest: "in 404",
  public: "403",
  nobody: "403",
  researcher: "404",
  judge: "404",
  operator: "404",
};

/** Who sees the members of a body. */
const MEMBER_READERS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 403",
  municipal_approver: "in 403",
  body_administrator: "in 403",
  prefecture_coordinator: "in 403",
  national_officer: "in 403",
  system_administrator: "in",
  operator: "in",
};
const MEMBER_MANAGERS: ExpectedAnswers = {
  rest: "403",
  body_administrator: "in 403",
  system_administrator: "in",
  operator: "in",
};
const MEMBER_MANAGERS_FIND_NOTHING: ExpectedAnswers = {
  rest: "403",
  body_administrator: "404 403",
  system_administrator: "404",
  operator: "404",
};
const BODY_CREATORS: ExpectedAnswers = { rest: "403", system_administrator: "in", operator: "in" };

/** A page that exists for those who may do something somewhere; what it shows is decided row by row. */
const somewhere = (...visitors: readonly (keyof ExpectedAnswers)[]): ExpectedAnswers => ({
  rest: "403",
  ...Object.fromEntries(visitors.map((visitor) => [visitor, "in"])),
});
const SOME_MEMBER_READER = somewhere(
  ...(["municipal_editor", "municipal_approver", "body_administrator", "prefecture_coordinator"] as const),
  ...(["national_officer", "system_administrator", "operator"] as const),
);
const SOME_AUDITOR = somewhere(
  ...(["municipal_approver", "body_administrator", "prefecture_coordinator"] as const),
  ...(["national_officer", "system_administrator", "operator"] as const),
);
const SOME_IMPORTER = somewhere("municipal_editor", "prefecture_coordinator", "national_officer", "operator");
const SOME_EDITOR = SOME_IMPORTER;
/** What belongs to nobody is changed by who edits everybody's agreements. */
const EDITORS_OF_EVERYBODY = somewhere("national_officer", "operator");
const SOME_PROGRAMME_WORKER: ExpectedAnswers = { ...SOME_IMPORTER, municipal_approver: "in" };
const JOB_MANAGERS = somewhere("system_administrator", "operator");

const JOB_MANAGERS_FIND_NOTHING: ExpectedAnswers = { rest: "403", system_administrator: "404", operator: "404" };
const SIGNED_IN_FIND_NOTHING: ExpectedAnswers = { rest: "404", public: "403", nobody: "403" };

const AUDITORS_OF_BODY: ExpectedAnswers = {
  rest: "403",
  municipal_approver: "in 403",
  body_administrator: "in 403",
  prefecture_coordinator: "in 403",
  national_officer: "in 403",
  system_administrator: "in",
  operator: "in",
};
/** Of another's event nobody learns that it is there. */
const AUDITORS_OF_EVENT: ExpectedAnswers = {
  rest: "403",
  municipal_approver: "in 404",
  body_administrator: "in 404",
  prefecture_coordinator: "in 404",
  national_officer: "in 404",
  system_administrator: "in",
  operator: "in",
};

const READERS_OF_UNPUBLISHED: ExpectedAnswers = {
  rest: "404",
  municipal_editor: "in 404",
  municipal_approver: "in 404",
  body_administrator: "in 404",
  prefecture_coordinator: "in 404",
  national_officer: "in",
  operator: "in",
};
/** A national body's officers work on its own programmes only. */
const READERS_OF_UNPUBLISHED_PROGRAMMES: ExpectedAnswers = { ...READERS_OF_UNPUBLISHED, national_officer: "404" };
/** Those who work on programmes read another's as the public does, so its forms are not there for them. */
const PROGRAMME_EDITORS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 404",
  prefecture_coordinator: "in 404",
  national_officer: "404",
  operator: "in",
};
const PROGRAMME_WORKERS: ExpectedAnswers = { ...PROGRAMME_EDITORS, municipal_approver: "in 404" };
const PROGRAMME_APPROVERS: ExpectedAnswers = {
  ...PROGRAMME_WORKERS,
  municipal_editor: "403 404",
  prefecture_coordinator: "403 404",
};
const PROGRAMME_TAKERS_BACK: ExpectedAnswers = { ...PROGRAMME_WORKERS, municipal_approver: "403 404" };
const SOME_READER_OF_UNPUBLISHED = somewhere(
  ...(["municipal_editor", "municipal_approver", "body_administrator", "prefecture_coordinator"] as const),
  ...(["national_officer", "operator"] as const),
);
const EDITORS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 403",
  prefecture_coordinator: "in 403",
  national_officer: "in",
  operator: "in",
};
/** The address names 鹿児島市 whoever asks; a national body's officers work on its own programmes only. */
const EDITORS_OF_KAGOSHIMA_CITY: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in",
  prefecture_coordinator: "in",
  operator: "in",
};
/** The form names no body. */
const REPORT_FORMS_WITHOUT_BODY: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "404",
  prefecture_coordinator: "404",
  national_officer: "404",
  operator: "404",
};
/** No body of the test asks for approval, so editors publish and withdraw as approvers do. */
const DECIDERS: ExpectedAnswers = { ...EDITORS, municipal_approver: "in 403" };

/** The other record is foreign and withdrawn, so nobody learns that it is there. */
const MERGERS: ExpectedAnswers = {
  ...DECIDERS,
  municipal_editor: "in 404",
  municipal_approver: "in 404",
  prefecture_coordinator: "in 404",
};
const DECIDERS_FIND_NOTHING: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "404",
  municipal_approver: "404",
  prefecture_coordinator: "404",
  national_officer: "404",
  operator: "404",
};

/** That it is the own request is asked next. */
const TAKERS_BACK: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 404",
  municipal_approver: "403 404",
  prefecture_coordinator: "in 404",
  national_officer: "in",
  operator: "in",
};
const REVIEWERS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 404",
  municipal_approver: "in 404",
  prefecture_coordinator: "in 404",
  national_officer: "in",
  operator: "in",
};
/** Of a foreign draft nobody learns that it is there. */
const ASKERS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 404",
  prefecture_coordinator: "in 404",
  national_officer: "in",
  operator: "in",
};
const APPROVERS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "403 404",
  municipal_approver: "in 404",
  prefecture_coordinator: "403 404",
  national_officer: "in",
  operator: "in",
};

/** Of another body's import nobody learns that it is there. */
const IMPORTERS: ExpectedAnswers = {
  rest: "403",
  municipal_editor: "in 404",
  prefecture_coordinator: "in 404",
  national_officer: "in 404",
  operator: "in",
};

const AGREEMENT = "/agreements/:id{A[0-9]{6,9}}";
const COUNTERPART = "/counterparts/:id{C[0-9]{6,12}}";
const PROMISES = `${AGREEMENT}/promises`;
const CONTACTS = `${AGREEMENT}/contacts`;
const PROGRAMME = "/programmes/:id{P[0-9]{6,9}}";
const ENTRY = `${PROGRAMME}/years/:year{(?:18|19|20|21)[0-9]{2}}/:column{(?:plan|plan_including_results|result)}`;
const BODY = "/bodies/:id{B[0-9]{6,9}}";
const PERSON = `${BODY}/members/:account{U[0-9]{6,9}}`;
const ROLE = `${PERSON}/roles/:role{[0-9]{1,9}}`;
const IMPORT = "/imports/:id{I[0-9]+}";
const ACCEPTANCE = `${IMPORT}/acceptances/:act{[0-9a-f]{10}}/undo`;
const DRAFT = `${IMPORT}/drafts/:n{[0-9]{1,9}}`;
const FINDING = `${IMPORT}/findings/:n{[0-9]{1,9}}`;
const JOB = "/jobs/:id{[0-9]{1,18}}";
const LETTER = "/outbox/:letter{[0-9TZ-]{24}-[0-9a-f]{6}}";

type Line = readonly [
  route: string,
  path: string,
  expected: ExpectedAnswers,
  of?: string | undefined,
  form?: Readonly<Record<string, string>>,
];

const LINES: readonly Line[] = [
  ["GET /healthz", "/healthz", EVERYBODY],
  ["GET /styleguide", "/styleguide", EVERYBODY],
  ["GET /", "/", EVERYBODY],
  ["GET /about", "/about", EVERYBODY],
  ["GET /robots.txt", "/robots.txt", EVERYBODY],
  ["GET /sitemap.xml", "/sitemap.xml", EVERYBODY],
  ["GET /:file{sitemap-[a-z]+-[1-9][0-9]{0,3}\\.xml}", "/sitemap-agreements-1.xml", EVERYBODY],
  ["GET /operator", "/operator", EVERYBODY],

  ["GET /sign-in", "/sign-in", EVERYBODY],
  ["POST /sign-in", "/sign-in", EVERYBODY],
  ["POST /sign-in/sample", "/sign-in/sample", NOBODY, "without naming one"],
  ["GET /sign-in/forgotten", "/sign-in/forgotten", EVERYBODY],
  ["POST /sign-in/forgotten", "/sign-in/forgotten", EVERYBODY],
  ["GET /sign-in/new-password", "/sign-in/new-password", EVERYBODY],
  ["POST /sign-in/new-password", "/sign-in/new-password", EVERYBODY],
  ["GET /sign-in/second-factor", "/sign-in/second-factor", EVERYBODY],
  ["POST /sign-in/second-factor", "/sign-in/second-factor", EVERYBODY],
  ["POST /sign-in/passkey/offer", "/sign-in/passkey/offer", EVERYBODY],
  ["POST /sign-in/passkey", "/sign-in/passkey", EVERYBODY],
  ["GET /sign-in/office", "/sign-in/office", EVERYBODY, "where none is set up"],
  ["GET /auth/callback/office", "/auth/callback/office", EVERYBODY, "where none is set up"],
  ["GET /invitation", "/invitation", NOT_THERE, "without a token"],
  ["POST /invitation", "/invitation", NOT_THERE, "without a token"],
  ["POST /invitation/accept", "/invitation/accept", NOT_THERE, "without a token"],

  ["GET /account", "/account", HOLDERS_OF_ACCOUNTS],
  ["GET /account/password", "/account/password", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/password", "/account/password", SAMPLE_ACCOUNTS, "of a sample account"],
  ["GET /account/passkeys", "/account/passkeys", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/passkeys/offer", "/account/passkeys/offer", HOLDERS_OF_ACCOUNTS],
  ["POST /account/passkeys", "/account/passkeys", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/passkeys/remove", "/account/passkeys/remove", SAMPLE_ACCOUNTS, "of a sample account"],
  ["GET /account/totp", "/account/totp", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/totp/begin", "/account/totp/begin", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/totp/confirm", "/account/totp/confirm", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/totp/codes", "/account/totp/codes", SAMPLE_ACCOUNTS, "of a sample account"],
  ["POST /account/totp/off", "/account/totp/off", SAMPLE_ACCOUNTS, "of a sample account"],
  ["GET /today", "/today", SIGNED_IN],
  ["GET /today/assign", "/today/assign?kind=matrix&subject={body}", COLLEAGUES],
  ["POST /today/assign", "/today/assign", COLLEAGUES, undefined, { kind: "matrix", subject: "{body}" }],

  ["GET /permissions", "/permissions", SIGNED_IN],
  ["GET /permissions.csv", "/permissions.csv", SIGNED_IN],

  ["GET /bodies", "/bodies", SOME_MEMBER_READER],
  ["GET /bodies/new", "/bodies/new", BODY_CREATORS],
  ["POST /bodies/new", "/bodies/new", BODY_CREATORS],
  [`GET ${BODY}`, "/bodies/{body}", MEMBER_READERS],
  [`POST ${BODY}`, "/bodies/{body}", MEMBER_MANAGERS],
  [`GET ${BODY}/members`, "/bodies/{body}/members", MEMBER_READERS],
  [`GET ${BODY}/members/invite`, "/bodies/{body}/members/invite", MEMBER_MANAGERS],
  [`POST ${BODY}/members/invite`, "/bodies/{body}/members/invite", MEMBER_MANAGERS],
  [`GET ${PERSON}`, "/bodies/{body}/members/{account}", MEMBER_READERS],
  [`POST ${PERSON}/roles`, "/bodies/{body}/members/{account}/roles", MEMBER_MANAGERS],
  [`GET ${ROLE}`, "/bodies/{body}/members/{account}/roles/{role}", MEMBER_MANAGERS],
  [`POST ${ROLE}/end`, "/bodies/{body}/members/{account}/roles/{role}/end", MEMBER_MANAGERS],
  [`POST ${ROLE}/cancel`, "/bodies/{body}/members/{account}/roles/{role}/cancel", MEMBER_MANAGERS],
  [`GET ${PERSON}/use`, "/bodies/{body}/members/{account}/use", MEMBER_MANAGERS],
  [`POST ${PERSON}/use`, "/bodies/{body}/members/{account}/use", MEMBER_MANAGERS],
  [`POST ${PERSON}/sessions/end`, "/bodies/{body}/members/{colleague}/sessions/end", MEMBER_MANAGERS],

  [`GET ${BODY}/handover`, "/bodies/{body}/handover", MEMBER_MANAGERS],
  [`POST ${BODY}/handover`, "/bodies/{body}/handover", MEMBER_MANAGERS],
  [
    `GET ${BODY}/handover/:handover{[0-9]{1,9}}`,
    "/bodies/{body}/handover/999999",
    MEMBER_MANAGERS_FIND_NOTHING,
    "that is not there",
  ],
  [
    `POST ${BODY}/handover/:handover{[0-9]{1,9}}/undo`,
    "/bodies/{body}/handover/999999/undo",
    MEMBER_MANAGERS_FIND_NOTHING,
    "that is not there",
  ],
  [`GET ${BODY}/notes`, "/bodies/{body}/notes", MEMBER_READERS],

  ["GET /audit", "/audit", SOME_AUDITOR],
  ["GET /audit.csv", "/audit.csv", SOME_AUDITOR],
  ["GET /audit/roles", "/audit/roles?body={body}", AUDITORS_OF_BODY],
  ["GET /audit/:event{[0-9]{1,18}}", "/audit/{event}", AUDITORS_OF_EVENT],

  ["GET /setup", "/setup", BODY_CREATORS],
  ["GET /outbox", "/outbox", JOB_MANAGERS],
  [`GET ${LETTER}`, "/outbox/2026-11-22T00-00-00-000Z-abcdef", JOB_MANAGERS_FIND_NOTHING, "that is not there"],
  [
    ...([`POST ${LETTER}/links`, "/outbox/2026-11-22T00-00-00-000Z-abcdef/links", JOB_MANAGERS_FIND_NOTHING] as const),
    "that is not there",
  ],
  ["GET /jobs", "/jobs", JOB_MANAGERS],
  ["POST /jobs/backup", "/jobs/backup", JOB_MANAGERS_FIND_NOTHING, "where no folder is set"],
  [`POST ${JOB}/retry`, "/jobs/999999/retry", JOB_MANAGERS, "that is gone"],
  [`POST ${JOB}/cancel`, "/jobs/999999/cancel", JOB_MANAGERS, "that is gone"],
  ["GET /jobs/backups/:name", "/jobs/backups/none.tar.gz", JOB_MANAGERS_FIND_NOTHING, "that is not there"],
  ["GET /exports", "/exports", SIGNED_IN],
  ["POST /exports", "/exports", SIGNED_IN],
  ["GET /exports/:id{E[0-9]{6,12}}", "/exports/E999999", SIGNED_IN_FIND_NOTHING, "of somebody else"],

  ["GET /agreements", "/agreements", EVERYBODY],
  ["GET /agreements.csv", "/agreements.csv", EVERYBODY],
  ["GET /agreements/listings.csv", "/agreements/listings.csv", EVERYBODY],
  ["GET /agreements/parties.csv", "/agreements/parties.csv", EVERYBODY],
  ["GET /agreements/dates.csv", "/agreements/dates.csv", EVERYBODY],
  ["GET /agreements.json", "/agreements.json", EVERYBODY],
  ["GET /data", "/data", EVERYBODY],
  ["GET /data/fields.csv", "/data/fields.csv", EVERYBODY],
  ["GET /data/countries.csv", "/data/countries.csv", EVERYBODY],
  ["GET /data/local-governments.csv", "/data/local-governments.csv", EVERYBODY],
  ["GET /tables", "/tables", EVERYBODY],
  ...(["by-field", "by-country"] as const).flatMap((table) =>
    ["", ".csv", ".xlsx", ".json"].map(
      (file): Line => [`GET /tables/${table}${file}`, `/tables/${table}${file}`, EVERYBODY],
    ),
  ),
  ["GET /governments/:code{[0-9]{5,6}}", "/governments/46201", EVERYBODY],
  ["GET /counterparts/:id{C[0-9]{6,12}}", "/counterparts/C000001", EVERYBODY],
  [`GET ${COUNTERPART}/edit`, "/counterparts/C000001/edit", EDITORS_OF_EVERYBODY],
  [`POST ${COUNTERPART}/edit`, "/counterparts/C000001/edit", EDITORS_OF_EVERYBODY],
  [`GET ${COUNTERPART}/merge`, "/counterparts/C000001/merge", EDITORS_OF_EVERYBODY],
  [`POST ${COUNTERPART}/merge`, "/counterparts/C000001/merge", EDITORS_OF_EVERYBODY],
  [
    `POST ${COUNTERPART}/merges/:merge{[0-9]{1,9}}/undo`,
    "/counterparts/C000001/merges/999999/undo",
    EDITORS_OF_EVERYBODY,
  ],
  ["GET /countries/:code{[A-Za-z]{2}}", "/countries/CN", EVERYBODY],

  [`GET ${AGREEMENT}`, "/agreements/{agreement}", EVERYBODY, "published"],
  [`GET ${AGREEMENT}`, "/agreements/{unpublished}", READERS_OF_UNPUBLISHED, "withdrawn"],
  ["GET /agreements/:file{A[0-9]{6,9}\\.json}", "/agreements/{agreement}.json", EVERYBODY, "published"],
  ["GET /agreements/:file{A[0-9]{6,9}\\.json}", "/agreements/{unpublished}.json", READERS_OF_UNPUBLISHED, "withdrawn"],
  [`GET ${AGREEMENT}/history`, "/agreements/{agreement}/history", EVERYBODY, "published"],
  [`GET ${AGREEMENT}/history`, "/agreements/{unpublished}/history", READERS_OF_UNPUBLISHED, "withdrawn"],
  ["GET /agreements/withdrawn", "/agreements/withdrawn", SOME_READER_OF_UNPUBLISHED],
  ["GET /agreements/new", "/agreements/new", SOME_EDITOR],
  ["POST /agreements/new", "/agreements/new", SOME_EDITOR],
  [`GET ${AGREEMENT}/edit`, "/agreements/{agreement}/edit", EDITORS],
  [`POST ${AGREEMENT}/edit`, "/agreements/{agreement}/edit", EDITORS],
  [`GET ${AGREEMENT}/withdraw`, "/agreements/{agreement}/withdraw", DECIDERS],
  [`POST ${AGREEMENT}/withdraw`, "/agreements/{agreement}/withdraw", DECIDERS, undefined, { reason: "試験" }],
  [`GET ${AGREEMENT}/publish`, "/agreements/{agreement}/publish", DECIDERS],
  [`POST ${AGREEMENT}/publish`, "/agreements/{agreement}/publish", DECIDERS],
  [`GET ${AGREEMENT}/merge`, "/agreements/{agreement}/merge", DECIDERS],
  [
    `POST ${AGREEMENT}/merge`,
    "/agreements/{agreement}/merge",
    MERGERS,
    "with a withdrawn one",
    { with: "{unpublished}" },
  ],

  [
    `POST ${AGREEMENT}/merges/:merge{[0-9]{1,9}}/undo`,
    "/agreements/{agreement}/merges/999999/undo",
    DECIDERS_FIND_NOTHING,
  ],

  ["GET /agreements/drafts", "/agreements/drafts", SOME_READER_OF_UNPUBLISHED],
  [`GET ${AGREEMENT}/approval`, "/agreements/{draft}/approval", ASKERS],
  [`POST ${AGREEMENT}/approval`, "/agreements/{draft}/approval", ASKERS],
  [`GET ${AGREEMENT}/review`, "/agreements/{draft}/review", REVIEWERS],
  [`POST ${AGREEMENT}/review/approve`, "/agreements/{draft}/review/approve", APPROVERS],
  [`POST ${AGREEMENT}/review/return`, "/agreements/{draft}/review/return", APPROVERS, undefined, { reason: "試験" }],
  [`POST ${AGREEMENT}/review/take-back`, "/agreements/{draft}/review/take-back", TAKERS_BACK],

  [`GET ${CONTACTS}`, "/agreements/{agreement}/contacts", EDITORS],
  [`POST ${CONTACTS}`, "/agreements/{agreement}/contacts", EDITORS],
  [
    `POST ${CONTACTS}/:contact{[0-9]{1,9}}/remove`,
    "/agreements/{agreement}/contacts/999999/remove",
    EDITORS,
    "that is not there",
  ],
  [`GET ${PROMISES}`, "/agreements/{agreement}/promises", EDITORS],
  [`POST ${PROMISES}`, "/agreements/{agreement}/promises", EDITORS],
  [
    `POST ${PROMISES}/:promise{[0-9]{1,9}}/keep`,
    "/agreements/{agreement}/promises/999999/keep",
    EDITORS,
    "that is not there",
  ],
  [
    `POST ${PROMISES}/:promise{[0-9]{1,9}}/reopen`,
    "/agreements/{agreement}/promises/999999/reopen",
    EDITORS,
    "that is not there",
  ],

  ["GET /programmes", "/programmes", EVERYBODY],
  ["GET /programmes.csv", "/programmes.csv", EVERYBODY],
  ["GET /programmes.json", "/programmes.json", EVERYBODY],
  ...(["years", "events", "people", "figures", "partners"] as const).map(
    (file): Line => [`GET /programmes/${file}.csv`, `/programmes/${file}.csv`, EVERYBODY],
  ),
  ["GET /programmes/years", "/programmes/years", EVERYBODY],
  ["GET /programmes/report", "/programmes/report", EVERYBODY],
  ["GET /programmes/report.docx", "/programmes/report.docx?government=46000&year=1900", NOT_THERE],
  ["GET /programmes/report.pdf", "/programmes/report.pdf?government=46000&year=1900", NOT_THERE],
  ["GET /programmes/report.xlsx", "/programmes/report.xlsx?government=46000&year=1900", NOT_THERE],
  ["GET /programmes/report.html", "/programmes/report.html?government=46000&year=1900", NOT_THERE],
  [
    "GET /programmes/report/workbook.xlsx",
    "/programmes/report/workbook.xlsx?government=46201",
    EDITORS_OF_KAGOSHIMA_CITY,
  ],
  ["GET /programmes/report/template", "/programmes/report/template?government=46201", EDITORS_OF_KAGOSHIMA_CITY],
  ["POST /programmes/report/template", "/programmes/report/template", REPORT_FORMS_WITHOUT_BODY],
  ["GET /programmes/workbook", "/programmes/workbook?government=", SOME_EDITOR, "of no body yet"],
  ["GET /programmes/workbook", "/programmes/workbook?government=46201", EDITORS_OF_KAGOSHIMA_CITY, "of a body"],
  ["POST /programmes/workbook", "/programmes/workbook", SOME_EDITOR, "of no body"],
  [
    "POST /programmes/workbook",
    "/programmes/workbook",
    EDITORS_OF_KAGOSHIMA_CITY,
    "of a body",
    { government: "46201" },
  ],
  ["POST /programmes/workbook/save", "/programmes/workbook/save", SOME_EDITOR, "of no body"],
  [
    "POST /programmes/workbook/save",
    "/programmes/workbook/save",
    EDITORS_OF_KAGOSHIMA_CITY,
    "of a body",
    { government: "46201" },
  ],
  ["GET /programmes/grid", "/programmes/grid", SOME_EDITOR],
  ["POST /programmes/grid", "/programmes/grid", SOME_EDITOR, "of no body"],
  ["POST /programmes/grid", "/programmes/grid", EDITORS_OF_KAGOSHIMA_CITY, "of a body", { owner: "46201" }],
  ["POST /programmes/grid/save", "/programmes/grid/save", SOME_EDITOR, "of no body"],
  ["POST /programmes/grid/save", "/programmes/grid/save", EDITORS_OF_KAGOSHIMA_CITY, "of a body", { owner: "46201" }],
  ["POST /programmes/grid/undo", "/programmes/grid/undo", SOME_EDITOR, "of no body"],
  ["POST /programmes/grid/undo", "/programmes/grid/undo", EDITORS_OF_KAGOSHIMA_CITY, "of a body", { owner: "46201" }],
  ["GET /programmes/order", "/programmes/order", SOME_EDITOR],
  ["POST /programmes/order", "/programmes/order", SOME_EDITOR, "of no body"],
  ["POST /programmes/order", "/programmes/order", EDITORS_OF_KAGOSHIMA_CITY, "of a body", { owner: "46201" }],
  [`GET ${PROGRAMME}`, "/programmes/{programme}", EVERYBODY, "published"],
  [`GET ${PROGRAMME}`, "/programmes/{programmeDraft}", READERS_OF_UNPUBLISHED_PROGRAMMES, "not published"],
  [`GET ${PROGRAMME}/years`, "/programmes/{programme}/years", EVERYBODY, "published"],
  [`GET ${PROGRAMME}/years`, "/programmes/{programmeDraft}/years", READERS_OF_UNPUBLISHED_PROGRAMMES, "not published"],
  [`GET ${PROGRAMME}/history`, "/programmes/{programme}/history", EVERYBODY, "published"],
  [
    `GET ${PROGRAMME}/history`,
    "/programmes/{programmeDraft}/history",
    READERS_OF_UNPUBLISHED_PROGRAMMES,
    "not published",
  ],
  ["GET /programmes/calendar", "/programmes/calendar", EVERYBODY],
  ["GET /programmes/calendar.ics", "/programmes/calendar.ics", EVERYBODY],
  ["GET /programmes/not-held", "/programmes/not-held", EVERYBODY],
  ["GET /programmes/anniversaries", "/programmes/anniversaries", EVERYBODY],
  ["GET /programmes/reciprocity", "/programmes/reciprocity", EVERYBODY],
  ["GET /programmes/checklist", "/programmes/checklist", SOME_PROGRAMME_WORKER],
  ["POST /programmes/checklist/approve", "/programmes/checklist/approve", somewhere("municipal_approver", "operator")],
  ["GET /programmes/roll-forward", "/programmes/roll-forward", SOME_EDITOR],
  ["POST /programmes/roll-forward", "/programmes/roll-forward", SOME_EDITOR],
  ["POST /programmes/roll-forward/undo", "/programmes/roll-forward/undo", SOME_EDITOR],
  ["GET /programmes/new", "/programmes/new", SOME_EDITOR],
  ["POST /programmes/new", "/programmes/new", SOME_EDITOR],
  [`GET ${PROGRAMME}/edit`, "/programmes/{programme}/edit", PROGRAMME_EDITORS],
  [`POST ${PROGRAMME}/edit`, "/programmes/{programme}/edit", PROGRAMME_EDITORS],
  [`GET ${PROGRAMME}/years/open`, "/programmes/{programme}/years/open", SOME_EDITOR],
  [`GET ${PROGRAMME}/restore`, "/programmes/{programme}/restore?version=1", PROGRAMME_EDITORS],
  [`POST ${PROGRAMME}/restore`, "/programmes/{programme}/restore", PROGRAMME_EDITORS],
  [`GET ${ENTRY}`, "/programmes/{programme}/years/2024/result", PROGRAMME_EDITORS],
  [`POST ${ENTRY}`, "/programmes/{programme}/years/2024/result", PROGRAMME_EDITORS],
  ...(["submit", "publish", "withdraw"] as const).flatMap((act): Line[] => [
    [`GET ${PROGRAMME}/${act}`, `/programmes/{programme}/${act}`, PROGRAMME_WORKERS],
    [`POST ${PROGRAMME}/${act}`, `/programmes/{programme}/${act}`, PROGRAMME_WORKERS],
  ]),
  [`GET ${PROGRAMME}/review`, "/programmes/{programmeDraft}/review", PROGRAMME_WORKERS],
  [`POST ${PROGRAMME}/review/approve`, "/programmes/{programmeDraft}/review/approve", PROGRAMME_APPROVERS],
  [
    `POST ${PROGRAMME}/review/return`,
    "/programmes/{programmeDraft}/review/return",
    PROGRAMME_APPROVERS,
    undefined,
    { reason: "試験" },
  ],
  [`POST ${PROGRAMME}/review/take-back`, "/programmes/{programmeDraft}/review/take-back", PROGRAMME_TAKERS_BACK],

  ["GET /imports", "/imports", SOME_IMPORTER],
  ["GET /imports/new", "/imports/new", SOME_IMPORTER],
  ["POST /imports/new", "/imports/new", SOME_IMPORTER],
  [`GET ${IMPORT}`, "/imports/{import}", IMPORTERS],
  [`GET ${DRAFT}`, "/imports/{import}/drafts/1", IMPORTERS],
  [`GET ${DRAFT}/edit`, "/imports/{import}/drafts/1/edit", IMPORTERS],
  [`POST ${DRAFT}/edit`, "/imports/{import}/drafts/1/edit", IMPORTERS],
  [`POST ${DRAFT}/restore`, "/imports/{import}/drafts/1/restore", IMPORTERS, "a version that is no more"],
  [`GET ${DRAFT}/link`, "/imports/{import}/drafts/1/link?agreement={agreement}", IMPORTERS],
  [`POST ${DRAFT}/link`, "/imports/{import}/drafts/1/link", IMPORTERS, undefined, { agreement: "{agreement}" }],
  [`POST ${DRAFT}/accept`, "/imports/{import}/drafts/1/accept", IMPORTERS, "a version that is no more"],
  [`GET ${DRAFT}/reopen`, "/imports/{import}/drafts/1/reopen", IMPORTERS],
  [`POST ${DRAFT}/reopen`, "/imports/{import}/drafts/1/reopen", IMPORTERS],
  [`GET ${IMPORT}/mapping`, "/imports/{import}/mapping", IMPORTERS],
  [`POST ${IMPORT}/mapping`, "/imports/{import}/mapping", IMPORTERS],
  [`GET ${IMPORT}/findings`, "/imports/{import}/findings", IMPORTERS],
  [`POST ${IMPORT}/findings`, "/imports/{import}/findings", IMPORTERS, undefined, { number: "77", reason: "試験" }],
  [`POST ${FINDING}/settle`, "/imports/{import}/findings/77/settle", IMPORTERS, undefined, { reason: "試験" }],
  [`POST ${FINDING}/unsettle`, "/imports/{import}/findings/77/unsettle", IMPORTERS],
  [`GET ${DRAFT}/skip`, "/imports/{import}/drafts/1/skip", IMPORTERS],
  [`POST ${DRAFT}/skip`, "/imports/{import}/drafts/1/skip", IMPORTERS],
  [`POST ${IMPORT}/accept-all`, "/imports/{import}/accept-all", IMPORTERS],
  [`GET ${IMPORT}/look-alikes`, "/imports/{import}/look-alikes", IMPORTERS],
  [`POST ${IMPORT}/look-alikes`, "/imports/{import}/look-alikes", IMPORTERS],
  [`GET ${ACCEPTANCE}`, "/imports/{import}/acceptances/0123456789/undo", IMPORTERS],
  [`POST ${ACCEPTANCE}`, "/imports/{import}/acceptances/0123456789/undo", IMPORTERS, undefined, { reason: "試験" }],

  [
    `POST ${BODY}/members/invitations/:invitation{[0-9]{1,9}}/revoke`,
    "/bodies/{body}/members/invitations/999999/revoke",
    MEMBER_MANAGERS,
  ],

  // The last ones change or end the sessions of those who ask.
  ["POST /account/sessions/end", "/account/sessions/end", HOLDERS_OF_ACCOUNTS],
  ["POST /account/body", "/account/body", SWITCHERS, undefined, { body: "{body}" }],
  ["POST /sign-out", "/sign-out", EVERYBODY],
  ["POST /operator/leave", "/operator/leave", EVERYBODY],
];

export const ROUTE_CASES: readonly RouteCase[] = LINES.map(([route, path, expected, of, form]) => ({
  ...{ route, path, expected },
  ...(of === undefined ? {} : { of }),
  ...(form === undefined ? {} : { form }),
}));
