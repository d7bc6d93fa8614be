/** The only door of the portal for the application. */
export { type AgreementFilter, agreementsHref } from "./agreement-links.ts";
export type { HomePageProps, LatestAgreement } from "./home-content.ts";
export { AboutPage, type AboutPageProps, type SourceView } from "./pages/about-page.tsx";
export { HomePage } from "./pages/home-page.tsx";
export { PORTAL_PLACES } from "./places.ts";
