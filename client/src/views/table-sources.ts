import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "../messages.ts";
import { requestCoverageTable } from "../plan-documents/coverage-protocol.ts";
import { requestSummaryTable } from "../protocol.ts";
import type { TableSource } from "./table-document.ts";

/** The summary table of indicators and tasks. */
export function summaryTableSource(client: BaseLanguageClient): TableSource {
  return {
    scheme: "bdg-table",
    title: () => l10n.t("Summary Table"),
    text: async (plan) => {
      const { text, plans } = await requestSummaryTable(client, { ...plan, format: "markdown" });
      return plans === 0 ? l10n.t("There is no plan to be seen here yet.") : text;
    },
  };
}

/** The table of clauses and commitments, and who takes them up. */
export function coverageTableSource(client: BaseLanguageClient): TableSource {
  return {
    scheme: "bdg-coverage",
    title: () => l10n.t("Plan Coverage"),
    text: async (plan) => {
      const { text, documents } = await requestCoverageTable(client, plan);
      return documents === 0 ? l10n.t("No plan names a document that can be read.") : text;
    },
  };
}
