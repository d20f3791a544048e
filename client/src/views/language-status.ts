import {
  CancellationTokenSource,
  type Disposable,
  type Event,
  LanguageStatusSeverity,
  languages,
  window,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { StatusResult } from "../../../server/src/lsp/protocol.ts";
import { showDay } from "../as-of-date.ts";
import { l10n, messageLocale } from "../messages.ts";
import { requestStatus } from "../protocol.ts";
import { createStatusBar } from "./status-bar.ts";

/**
 * The item in the status bar's `{}` menu: what was checked, as of when, and what could not be. The counts that come
 * with it are shown in the status bar itself; they stay while a view or a panel has the focus.
 */
export function createLanguageStatus(client: BaseLanguageClient, changed: Event<void>): Disposable {
  const bar = createStatusBar();
  const item = languages.createLanguageStatusItem("bdg.status", { language: "bdg" });
  item.name = "BDG";
  let latest = new CancellationTokenSource();
  const update = async () => {
    latest.cancel();
    latest.dispose();
    const own = new CancellationTokenSource();
    latest = own;
    const document = window.activeTextEditor?.document;
    if (document && document.languageId !== "bdg") bar.show(undefined);
    if (client.state !== State.Running || document?.languageId !== "bdg") return;
    const status = await requestStatus(client, { uri: document.uri.toString() }).catch(() => null);
    if (own.token.isCancellationRequested) return;
    Object.assign(item, status === null ? notChecked() : checked(status));
    bar.show(status ?? undefined);
  };
  Object.assign(item, starting());
  const parts = [
    item,
    bar,
    changed(update),
    window.onDidChangeActiveTextEditor(update),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void update();
      else {
        bar.show(undefined);
        Object.assign(item, newState === State.Starting ? starting() : stopped());
      }
    }),
  ];
  return {
    dispose: () => {
      latest.dispose();
      for (const part of parts) part.dispose();
    },
  };
}

const waitingTexts: Readonly<Record<NonNullable<StatusResult["waitsFor"]>, () => string>> = {
  save: () => l10n.t("Problems are those of the last save (bdg.check.run)"),
  command: () => l10n.t("Problems are shown when they are asked for (bdg.check.run)"),
};

const setDate = () => ({ title: l10n.t("Set Date…"), command: "bdg.setAsOfDate" });

function starting() {
  return {
    text: l10n.t("Checking…"),
    detail: "",
    busy: true,
    severity: LanguageStatusSeverity.Information,
    command: undefined,
  };
}

function stopped() {
  return {
    text: l10n.t("Not checked: the language server does not run"),
    detail: "",
    busy: false,
    severity: LanguageStatusSeverity.Error,
    command: { title: l10n.t("Start Again"), command: "bdg.restartLanguageServer" },
  };
}

function notChecked() {
  return {
    text: l10n.t("Not checked: this file belongs to no open folder"),
    detail: "",
    busy: false,
    severity: LanguageStatusSeverity.Warning,
    command: undefined,
  };
}

function checked(status: StatusResult) {
  const day = showDay(status.asOf, messageLocale());
  const checkedParts = [
    l10n.t("indicators: {0}", status.indicators),
    l10n.t("tasks: {0}", status.tasks),
    l10n.t("files: {0}", status.files),
    l10n.t("documents: {0}", status.documents),
  ];
  const toMind = [
    ...(status.waitsFor === null ? [] : [waitingTexts[status.waitsFor]()]),
    ...(status.problem === undefined ? [] : [status.problem]),
  ];
  return {
    text: status.fixed ? l10n.t("As of {0}", day) : l10n.t("As of today, {0}", day),
    detail: [...toMind, ...checkedParts].join(" · "),
    busy: false,
    severity: toMind.length === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning,
    command: status.waitsFor === null ? setDate() : { title: l10n.t("Check Now"), command: "bdg.checkNow" },
  };
}
