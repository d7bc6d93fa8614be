/** Frame of the pages around signing in: narrow, nothing beside the one thing to do. */
import type { Child } from "hono/jsx";
import { PageFrame, PageHead } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";

export type SignInFrameProps = Readonly<{
  page: OfficePage;
  title: string;
  lead?: string | undefined;
  island?: string | undefined;
  children?: Child;
}>;

export function SignInFrame({ page, title, lead, island, children }: SignInFrameProps) {
  const { lang, path, office } = page;
  return (
    <PageFrame
      lang={lang}
      path={path}
      title={title}
      current="sign-in"
      crumbs={[{ label: title }]}
      office={office}
      island={island}
    >
      <div class="wrap narrow">
        <PageHead title={title} lead={lead} />
        {children}
      </div>
    </PageFrame>
  );
}
