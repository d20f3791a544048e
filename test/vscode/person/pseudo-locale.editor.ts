/**
 * The extension in a pseudo-locale: every text of its own is marked, accented and longer by two fifths. What is shown
 * without marks, and comes neither from a plan, nor from the server, nor from VS Code, goes past the words of the
 * language; what is cut off would be cut off in a language of longer words.
 */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import english from "../../../package.nls.json" with { type: "json" };
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";
import { screenshot } from "../support/browser.ts";
import { packagedExtension, projectPath } from "../support/paths.ts";
import { pseudoText, writePseudoExtension } from "../support/pseudo-locale.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import { chooseInQuickPick, openFile, quickInput, runCommand, webview } from "./workbench.ts";

let parent: string;
let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "bdg-workspace-"));
  const empty = join(parent, "empty");
  mkdirSync(empty);
  writeFileSync(join(empty, "notes.md"), "# No plan here\n");
  cpSync(projectPath("samples"), join(parent, "samples"), { recursive: true });
  const vsix = join(parent, "pseudo.vsix");
  writePseudoExtension(packagedExtension, vsix);
  sitting = await startSitting({
    workspaceFolder: empty,
    vsix,
    locale: "vi",
    viewport: { width: 1400, height: 900 },
    settings: { "bdg.asOf": "2025-06-30" },
  });
  page = sitting.page;
});

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

/** What the server sends for the samples: names and verdicts, which are not the extension's to translate. */
const fromServer = (() => {
  const { service } = createTestService(sampleFiles(), { language: "vi", asOf: "2025-06-30" });
  const overview = service.planOverview();
  const subjects = overview.plans.flatMap(({ indicators }) =>
    indicators.map(({ id, place }) => service.recordSubject({ id, path: place.path })),
  );
  return textsIn([overview, subjects, service.reportSubjects()]);
})();

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Patterns of whole words, the longest first: many a name is part of another. */
function patternsOf(texts: readonly string[]): readonly RegExp[] {
  return [...new Set(texts)]
    .filter((text) => /\p{L}/u.test(text))
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .map((text) => new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, "giu"));
}

const serverPatterns = patternsOf(fromServer);

/** What is left of each text when what is marked, what the server sent, and `others` are taken away, where it has letters. */
function unmarked(texts: readonly string[], others: readonly string[] = []): readonly string[] {
  const patterns = [...patternsOf(others), ...serverPatterns];
  return texts.flatMap((text) => {
    let rest = text.replaceAll(/\s+/g, " ");
    while (/⟦[^⟦⟧]*⟧/u.test(rest)) rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/gu, " ");
    for (const pattern of patterns) rest = rest.replaceAll(pattern, " ");
    return /\p{L}/u.test(rest) ? [`${rest.trim()} ← ${text}`] : [];
  });
}

/** The texts of the elements of a selector, those for screen readers and under the mouse among them. */
function textsOf(selector: string): Promise<readonly string[]> {
  return page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility())
      .flatMap((one) => [one.innerText, ...["aria-label", "title", "placeholder", "alt"].map((name) => one.getAttribute(name))])
      .filter((text) => text?.trim())`,
  );
}

/** Expects that there are texts in what a selector finds, and that all of them are marked; what is not there yet is waited for. */
function expectMarked(what: string, selector: string, others: readonly string[] = []): Promise<void> {
  return expectNothing(what, async () => {
    const texts = await textsOf(selector);
    return texts.some((one) => one.includes("⟦")) ? unmarked(texts, others) : ["nothing is marked"];
  });
}

/** Asks until no fault is left; those that stay fail the test, which goes on. */
async function expectNothing(what: string, faultsOf: () => Promise<readonly string[]>): Promise<void> {
  let faults: readonly string[] = ["nothing was found"];
  const isFine = async () => {
    faults = await faultsOf();
    return faults.length === 0;
  };
  await waitUntil(what, isFine, 10_000).catch(() => expect.soft(faults, what).toEqual([]));
}

const command = (title: string) =>
  chooseInQuickPick(page, `>BDG: ${title}`, `BDG: ${pseudoText(title)}`, "F1");

const sideBar = '[id="workbench.view.extension.bdg"]';

/** What is ours in a list or a box. */
const quickParts = ["title", "list .label-name", "list .label-description", "list-separator", "message"];
const quick = [...quickParts, "box input"]
  .map((part) => `.quick-input-widget .quick-input-${part}`)
  .join(", ");

/** Waits for a step of a command by the words that stand where one types. */
async function step(placeholder: string, others: readonly string[] = []): Promise<void> {
  await waitUntil(placeholder, async () => (await textsOf(quick)).includes(pseudoText(placeholder)));
  await expectMarked(placeholder, quick, others);
}

async function leave(): Promise<void> {
  await page.keyboard.press("Escape");
  await quickInput(page).waitFor({ state: "hidden" });
}

async function openFolder(name: string): Promise<void> {
  const url = new URL(page.url());
  url.searchParams.set("folder", pathToFileURL(join(parent, name)).pathname);
  await page.goto(url.href);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
}

describe("nothing goes past the words of the language", () => {
  test("in the empty view", async () => {
    await page.getByRole("tab", { name: "BDG" }).first().click();
    await expectMarked("the empty view", `${sideBar} .welcome-view-content *`);
    await expectMarked("its title", ".part.sidebar .title-label *", ["BDG"]);
    await screenshot(page, "pseudo-welcome");
  });

  test("in the first steps", async () => {
    await command("First Steps");
    const steps = page.locator(".getting-started-step");
    await steps.first().waitFor();
    const parts = [".step-title", ".step-description", ".monaco-button"];
    for (const step of await steps.all()) {
      await step.click();
      await waitUntil("the step", async () => (await step.getAttribute("class"))?.includes("expanded"));
      await expectMarked("a step", parts.map((part) => `.getting-started-step.expanded ${part}`).join(", "));
      await expectMarked("its picture", ".getting-started-media img", ["Image showing"]);
    }
    await expectMarked("the walkthrough", ".gettingStartedSlideDetails .getting-started-category *");
    await screenshot(page, "pseudo-walkthrough");
  });

  test("among the new files and the commands", async () => {
    await openFolder("samples");
    await openFile(page, "ke-hoach-snv.bdg");
    // The explorer moves its lines while it unfolds the folder of the file.
    await waitUntil("the menu of a document", async () => {
      await page.keyboard.press("Escape");
      const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "README.md" });
      await row.click({ button: "right", timeout: 3_000 });
      await page.locator(".context-view .action-label").first().waitFor({ timeout: 3_000 });
      return (await textsOf(".context-view .action-label")).includes(pseudoText("New Plan from Document…"));
    });
    await page.keyboard.press("Escape");
    await runCommand(page, "Create: New File...");
    await waitUntil("the new plan", async () => (await textsOf(quick)).includes(pseudoText("BDG Plan")));
    await leave();
    const hidden = new Set(manifest.contributes.menus.commandPalette.map((one) => one.command));
    const titles = manifest.contributes.commands
      .filter((one) => !hidden.has(one.command))
      .map(({ title, category }) => {
        const text = (english as Readonly<Record<string, string>>)[title.slice(1, -1)] ?? title;
        return `${category}: ${pseudoText(text)}`;
      });
    await page.keyboard.press("F1");
    await quickInput(page).fill(">BDG: ");
    const found = new Set<string>();
    await waitUntil("all commands", async () => {
      for (const label of await textsOf(".quick-input-list .monaco-list-row"))
        found.add(label.split(/\n|, /, 1)[0]!);
      await page.keyboard.press("PageDown");
      return titles.every((title) => found.has(title));
    });
    await screenshot(page, "pseudo-commands");
    await leave();
    // VS Code has a command for each view, too.
    const others = ["BDG", "Focus on", "View"];
    const ours = [...found].filter((one) => one.startsWith("BDG:"));
    expect(unmarked(ours, others)).toEqual([]);
  });

  test("in the plan view, its menus and the status bar", async () => {
    await page.getByRole("tab", { name: "BDG" }).first().click();
    await expectMarked("the tree", `${sideBar} .label-name, ${sideBar} .label-description`);
    await expectMarked("the view's buttons", ".part.sidebar .composite.title .action-label", [
      ...["Collapse All", "Views and More Actions..."],
    ]);
    await expectMarked("the editor's buttons", ".part.editor .editor-actions .action-label", [
      ...["Split Editor Right (Ctrl+\\)", "[Alt] Split Editor Down", "More Actions..."],
    ]);
    await page.locator(".part.sidebar").getByRole("button", { name: "Views and More Actions..." }).click();
    await expectMarked("the view's menu", ".context-view .action-item *");
    await screenshot(page, "pseudo-plan-view");
    await page.keyboard.press("Escape");
    await page.locator(`${sideBar} .monaco-list-row`).nth(2).click({ button: "right" });
    await expectMarked("an indicator's menu", ".context-view .action-item *");
    await page.keyboard.press("Escape");
    await page.locator('[id$="bdg.counts"]').first().hover();
    await expectMarked("the status bar", ".monaco-hover .hover-contents *");
    await expectMarked("what is checked", '[id^="status.languageStatus"] a', ["Editor Language Status:"]);
  });

  test("in the steps of the commands", async () => {
    await command("Set As-of Date…");
    await step("Plans are judged by what is due on this day");
    await leave();
    await command("Export Summary Table…");
    await step("As what, and where to?", [".md"]);
    await screenshot(page, "pseudo-export");
    await leave();
    await command("New Report…");
    await step("Of which plan?");
    await chooseInQuickPick(
      page,
      "ke-hoach-snv",
      "Kế hoạch thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030",
    );
    await step("For which period?");
    await leave();
    await command("Record Measured Value…");
    await step("Which indicator?");
    await screenshot(page, "pseudo-record");
    await chooseInQuickPick(page, "lanh_dao_nu", "Cơ quan, đơn vị có lãnh đạo chủ chốt là nữ");
    await waitUntil("the periods", async () =>
      (await textsOf(quick)).includes(pseudoText("Another period…")),
    );
    await expectMarked("the value's period", quick);
    // What is typed into the list would stand in the box.
    await waitUntil("the choice of another period", () =>
      page.evaluate<boolean>(`bdgTest.clickChoice(${JSON.stringify(pseudoText("Another period…"))})`),
    );
    await waitUntil("the period's box", async () => (await textsOf(quick)).includes(pseudoText("Q3 2025")));
    await expectMarked("another period", quick, ["Press 'Enter' to confirm or 'Escape' to cancel"]);
    await leave();
    await command("New Plan from Document…");
    await waitUntil("the dialog", async () =>
      (await textsOf(".quick-input-title")).includes(pseudoText("New plan from a document")),
    );
    await leave();
  });

  test("in the settings", async () => {
    await runCommand(page, "Preferences: Open Settings (UI)");
    await page.locator(".settings-editor .suggest-input-container").click();
    await page.keyboard.insertText("@ext:bdg.bdg");
    await waitUntil("the settings", async () => (await textsOf(".setting-item-description")).length >= 7);
    await expectMarked("the settings", ".setting-item-description");
    await screenshot(page, "pseudo-settings");
    await runCommand(page, "View: Close All Editors");
  });
});

const dashboard = () => webview(page).locator("#dashboard");

interface PageFacts {
  readonly texts: readonly string[];
  readonly cut: readonly string[];
}

/** Expects that on the dashboard all texts are marked, and none is cut off or sticks out. */
function expectPage(what: string): Promise<void> {
  return expectNothing(what, async () => {
    const { texts, cut } = await inDashboard<PageFacts>(factsOfPage);
    const isThere = texts.some((one) => one.includes("⟦"));
    return isThere ? [...unmarked(texts), ...cut.map((one) => `cut off: ${one}`)] : ["nothing is marked"];
  });
}

async function inDashboard<Result>(script: string): Promise<Result> {
  const frame = await (await dashboard().elementHandle())!.ownerFrame();
  return frame!.evaluate<Result>(script);
}

/** What is shortened with dots and stands in full under the mouse is not cut off, nor what is scrolled with the keyboard. */
const factsOfPage = `(() => {
  const all = [...document.querySelectorAll("#dashboard *")];
  const shown = all.filter((one) => one.checkVisibility());
  const texts = all
    .filter((one) => shown.includes(one) || one.tagName === "OPTION")
    .flatMap((one) => [
      ...[...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data),
      ...["aria-label", "aria-valuetext", "title", "placeholder"].map((name) => one.getAttribute(name)),
    ])
    .filter((text) => text?.trim());
  const brush = document.createElement("canvas").getContext("2d");
  const isCut = (one) => {
    const style = getComputedStyle(one);
    const { left, right } = one.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) return true;
    const isShortened = style.textOverflow === "ellipsis" && one.title !== "";
    if (one.tagName === "SELECT") {
      brush.font = style.font;
      const { width } = brush.measureText(one.selectedOptions[0]?.text ?? "");
      return width + parseFloat(style.paddingLeft) + 20 > one.clientWidth && !isShortened;
    }
    if (style.display === "inline" || one.closest("svg, .hidden")) return false;
    if (one.scrollWidth <= one.clientWidth + 1) return false;
    return !isShortened && !(style.overflowX === "auto" && one.tabIndex === 0);
  };
  return { texts, cut: shown.filter(isCut).map(({ outerHTML }) => outerHTML.slice(0, 300)) };
})()`;

describe("the dashboard in longer words", () => {
  beforeAll(async () => {
    await openFile(page, "ke-hoach-snv.bdg");
    await runCommand(page, "View: Toggle Primary Side Bar Visibility");
    await command("Open Dashboard");
    await webview(page).locator(".card").first().waitFor();
  });

  async function atWidth(width: number): Promise<void> {
    const inside = () => inDashboard<number>("innerWidth");
    const { width: outside, height } = page.viewportSize()!;
    await page.setViewportSize({ width: outside + width - (await inside()), height });
    await waitUntil("the width", async () => (await inside()) === width);
  }

  test.each([1400, 400])("at %i pixels", async (width) => {
    await atWidth(width);
    for (const card of await dashboard().locator(".card").all()) {
      await waitUntil("a card", async () => {
        await card.scrollIntoViewIfNeeded();
        return card.locator(".details table").isVisible();
      });
      await expectPage("a card");
    }
    await dashboard().locator("h1").scrollIntoViewIfNeeded();
    await screenshot(page, `pseudo-dashboard-${width}`);
    await dashboard().locator("input[type=date]").fill("2023-06-30");
    await dashboard().getByText("30/6/2023").nth(1).waitFor();
    await dashboard().locator("input[type=search]").fill("không có ở đây");
    await dashboard().locator("main .empty").first().waitFor();
    await expectPage("another day");
    await screenshot(page, `pseudo-dashboard-${width}-empty`);
    await dashboard().locator("input[type=search]").fill("");
    await dashboard().locator("input[type=date]").fill("2025-06-30");
    await dashboard().locator(".card").first().waitFor();
  });
});
