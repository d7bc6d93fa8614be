/**
 * Pages for when a page cannot be shown: what happened, whether input is safe, what next. Never a dead end.
 */
import { ButtonLink } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { type Lang, pathIn } from "./lang.ts";
import { t } from "./messages.ts";
import type { Office } from "./office-bar.tsx";
import { PageFrame } from "./page-frame.tsx";

type Shared = Readonly<{ lang: Lang; path: string; office?: Office | undefined }>;

export function NotFoundPage({ lang, path, office }: Shared) {
  const { problem } = t(lang);
  return (
    <PageFrame lang={lang} path={path} title={problem.notFound.title} office={office}>
      <div class="wrap">
        <EmptyState
          heading="page"
          title={problem.notFound.title}
          lead={problem.notFound.text}
          actions={
            <>
              <ButtonLink look="main" href={pathIn(lang, "/agreements")}>
                {problem.search}
              </ButtonLink>
              <HomeLink lang={lang} />
            </>
          }
        />
      </div>
    </PageFrame>
  );
}

export function ForbiddenPage({ lang, path, office, offersSignIn }: Shared & Readonly<{ offersSignIn?: boolean }>) {
  const { problem } = t(lang);
  return (
    <PageFrame lang={lang} path={path} title={problem.forbidden.title} office={office}>
      <div class="wrap">
        <EmptyState
          heading="page"
          title={problem.forbidden.title}
          lead={offersSignIn ? problem.forbidden.signInFirst : problem.forbidden.text}
          actions={offersSignIn ? <SignInLink lang={lang} path={path} /> : <HomeLink lang={lang} />}
        />
      </div>
    </PageFrame>
  );
}

/** What was sent cannot be taken: too large, or not understood. */
export function RefusedPage({
  lang,
  path,
  office,
  reason,
}: Shared & Readonly<{ reason: "tooLarge" | "unreadable" | "noRoom" }>) {
  const { title, text } = t(lang).problem[reason];
  return (
    <PageFrame lang={lang} path={path} title={title} office={office}>
      <div class="wrap">
        <EmptyState heading="page" title={title} lead={text} actions={<HomeLink lang={lang} />} />
      </div>
    </PageFrame>
  );
}

/** A bug or a broken machine: the reader gets an apology and the id that finds the log line. */
export function FaultPage({ lang, path, office, requestId }: Shared & Readonly<{ requestId: string }>) {
  const { problem } = t(lang);
  return (
    <PageFrame lang={lang} path={path} title={problem.fault.title} office={office}>
      <div class="wrap">
        <div class="state">
          <h1>{problem.fault.title}</h1>
          <p class="mt">{problem.fault.text}</p>
          <p class="mt">
            {problem.fault.reference}　<strong class="nowrap">{requestId}</strong>
          </p>
          <RetryRow lang={lang} path={path} />
        </div>
      </div>
    </PageFrame>
  );
}

export function UnavailablePage({ lang, path }: Shared) {
  const { problem } = t(lang);
  return (
    <PageFrame lang={lang} path={path} title={problem.unavailable.title}>
      <div class="wrap">
        <div class="state">
          <h1>{problem.unavailable.title}</h1>
          <p class="mt">{problem.unavailable.text}</p>
          <RetryRow lang={lang} path={path} />
        </div>
      </div>
    </PageFrame>
  );
}

function RetryRow({ lang, path }: Readonly<{ lang: Lang; path: string }>) {
  return (
    <div class="row mt-l">
      <ButtonLink look="main" href={path}>
        {t(lang).problem.retry}
      </ButtonLink>
      <HomeLink lang={lang} />
    </div>
  );
}

function SignInLink({ lang, path }: Readonly<{ lang: Lang; path: string }>) {
  return (
    <ButtonLink href={pathIn(lang, `/sign-in?next=${encodeURIComponent(path)}`)} look="main">
      {t(lang).problem.forbidden.signIn}
    </ButtonLink>
  );
}

function HomeLink({ lang }: Readonly<{ lang: Lang }>) {
  return (
    <ButtonLink look="plain" href={pathIn(lang, "/")}>
      {t(lang).problem.home}
    </ButtonLink>
  );
}
