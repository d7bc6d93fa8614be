/** The only door of the office for other slices and the application. */
export { refusePage, requirePermission, requireSignIn } from "./require-permission.tsx";
