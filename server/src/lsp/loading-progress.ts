import type { Connection } from "vscode-languageserver";
import { bilingual, inLanguage, type Language } from "../diagnostics/language.ts";
import type { Runtime } from "./runtime.ts";

const title = bilingual("Reading plans", "Đang đọc kế hoạch");
/** Shorter than this, and it would only flicker. */
const patience = 500;

/** Shows that the folders are being read, where that takes longer than a moment. Ends when `reading` does. */
export async function showLoading(
  connection: Connection,
  runtime: Runtime,
  language: Language,
  reading: Promise<unknown>,
): Promise<void> {
  const moment = new Promise<"long">((resolve) => runtime.later(() => resolve("long"), patience));
  if ((await Promise.race([reading, moment])) !== "long") return;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(inLanguage(title, language));
  await reading;
  progress.done();
}
