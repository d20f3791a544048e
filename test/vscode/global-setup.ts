import { installRealEditor } from "./install.ts";

/** Installs editor and browser once, before any test's clock runs. */
export default function setup(): void {
  installRealEditor();
}
