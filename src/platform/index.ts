/** The only door of the platform for slices: database, actors, HTTP pieces, files. It knows machines, not exchange. */

export {
  type AcceptProblem,
  acceptAsNewPerson,
  acceptWithAccount,
  countInvitationTry,
  findInvitation,
  type Invitation,
  type InvitationOver,
  type OpenInvitation,
} from "./accounts/accept-invitation.ts";
export {
  disableAccount,
  findBodyId,
  hasAccounts,
  type ListedAccount,
  listAccounts,
  resetSecondFactor,
} from "./accounts/administer-accounts.ts";
export { deleteExpiredSignIns } from "./accounts/delete-expired.ts";
export {
  INVITATION_HOURS,
  type Invited,
  type InviteProblem,
  invitationPath,
  inviteMember,
  type NewInvitation,
  revokeInvitation,
} from "./accounts/invite-member.ts";
export { type InvitationWords, invitationLetter } from "./accounts/letters.ts";
export { memberByEmail, type NoSuchMember } from "./accounts/member-by-email.ts";
export { beginOfficeSignIn, endOfficeSignIn, OFFICE_CALLBACK_PATH } from "./accounts/office-sign-in.ts";
export { type Accounts, openAccounts } from "./accounts/open-accounts.ts";
export { passCookies } from "./accounts/pass-cookies.ts";
export {
  addPasskey,
  listOwnPasskeys,
  type OwnPasskey,
  offerRegistration,
  offerSignIn,
  removePasskey,
  signInWithPasskey,
} from "./accounts/passkeys.ts";
export {
  askForReset,
  changePassword,
  isResetLinkGood,
  type ResetProblem,
  resetPassword,
} from "./accounts/password.ts";
export type { PasswordProblem } from "./accounts/password-rule.ts";
export { recogniseActor } from "./accounts/recognise-actor.ts";
export {
  createSampleAccounts,
  listSampleAccounts,
  type SampleAccount,
  type SamplePerson,
  signInAsSample,
} from "./accounts/sample-accounts.ts";
export {
  type BeginProblem,
  beginTotp,
  type ConfirmProblem,
  confirmTotp,
  disableTotp,
  type PasswordAsked,
  readSetUp,
  renewRecoveryCodes,
  type TotpSetUp,
} from "./accounts/second-factor.ts";
export { isChallengeOpen, type SecondStepProblem, takeSecondStep } from "./accounts/second-factor-step.ts";
export {
  endOtherSessions,
  endSessionsOf,
  listOwnSessions,
  type OwnSession,
  removeSecondFactors,
} from "./accounts/sessions.ts";
export { type Asking, type SignInProblem, signIn, signOut, type TooMany } from "./accounts/sign-in.ts";
export type { SignedIn, SignInMethod } from "./accounts/signed-in.ts";
export { switchBody } from "./accounts/switch-body.ts";
export { auditDenials } from "./audit/audit-denials.ts";
export { auditExports } from "./audit/audit-exports.ts";
export { namesOfActors } from "./audit/names-of-actors.ts";
export { type AuditEntry, type AuditOutcome, recordAudit } from "./audit/record-audit.ts";
export { type MachineAct, recordMachineAct } from "./audit/record-machine-act.ts";
export {
  askedBackupName,
  type BackupDone,
  type BackupFile,
  type BackupPlace,
  type CheckedArchive,
  type CheckProblem,
  checkArchive,
  dailyBackupName,
  type KnownBackup,
  listBackupFiles,
  listKnownBackups,
  type MakeProblem,
  makeBackup,
  RETENTION,
  type RestoreDone,
  type RestoreProblem,
  readBackupName,
  restoreBackup,
  type TableProgress,
  verifyBackup,
  type WriteProblem,
  writeBackup,
} from "./backup/index.ts";
export { type Config, ConfigFault, readConfig } from "./config.ts";
export {
  type Actor,
  actorName,
  type BodyRef,
  CLI,
  LOCAL_OPERATOR,
  type Member,
  PUBLIC,
  SYSTEM,
} from "./database/actor.ts";
export { type Database, openDatabase, type Tx, type WorkOptions } from "./database/database.ts";
export { findDatabaseTrouble } from "./database/database-trouble.ts";
export { type Hold, type Holder, holdDatabase } from "./database/holder.ts";
export { type Migration, MigrationFault, migrate } from "./database/migrate.ts";
export type { NumberRange, RecordAddresses } from "./database/record-addresses.ts";
export { findFile, LARGEST_FILE_BYTES, storeFile } from "./files/file-store.ts";
export { limitBodies } from "./http/body-limit.ts";
export { clientAddress, identifyClient, isHttps, NO_PROXY, type TrustedProxies } from "./http/client.ts";
export { faultLine } from "./http/fault-log.ts";
export { formText } from "./http/form-text.ts";
export { type HttpServer, openHttpServer } from "./http/http-server.ts";
export { allowMethods } from "./http/methods.ts";
export {
  deleteExpiredOperatorLinks,
  endSession,
  inviteOperator,
  redeemInvitation,
  setSessionCookie,
} from "./http/operator-session.ts";
export { keepPagesPrivate } from "./http/private-pages.ts";
export { readForm } from "./http/read-form.ts";
export { refuseNulInAddress } from "./http/readable-address.ts";
export {
  identifyRequest,
  type Language,
  type RequestContext,
  type RequestEnv,
  routedPath,
  splitLanguage,
} from "./http/request-context.ts";
export { logRequests, type WriteLine } from "./http/request-log.ts";
export { refuseOtherSites } from "./http/same-site.ts";
export { securityHeaders } from "./http/security-headers.ts";
export {
  addJob,
  deleteOldRuns,
  type JobContext,
  type JobDefinition,
  type JobProgress,
  JobRefusal,
  type JobWords,
  migrateJobs,
  startWorker,
  type Worker,
} from "./jobs/index.ts";
export type { Mailer, Message } from "./mail/mailer.ts";
export { openMailer, sendSoon } from "./mail/open-mailer.ts";
export {
  deleteLettersBefore,
  type KeptEnvelope,
  type KeptMessage,
  listOutbox,
  readLetter,
  withoutSecretLinks,
} from "./mail/outbox.ts";
export { platformMigrations } from "./migrations/index.ts";
export { ACTIONS, type Action, PERMISSION_TABLE, type Scope } from "./permissions/permission-table.ts";
export { isRole, ROLES, type Role } from "./permissions/role.ts";
export {
  isPermitted,
  isPermittedSomewhere,
  type Marks,
  marksCovered,
  marksOfBody,
  marksOfGovernments,
} from "./permissions/scopes.ts";
export { ClosedFolderFault, chooseFolders } from "./postgres/folders.ts";
export { type EmbeddedServer, startServer } from "./postgres/server.ts";
export { findServerUser } from "./postgres/server-user.ts";
export {
  assignWork,
  closeWork,
  listOpenWork,
  type NewWork,
  type OpenWork,
  openWork,
  type WorkKey,
} from "./work/work-item-store.ts";
