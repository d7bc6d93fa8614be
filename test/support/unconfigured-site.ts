/**
 * Before each test file: the menus and styles that an application of an earlier file has set are forgotten. Files share
 * the loaded modules, and this is what those modules keep for a whole process.
 */
import { configureSite } from "../../src/ui/index.ts";

configureSite({ places: [], manifest: {}, origin: null });
