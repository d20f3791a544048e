/**
 * Commands for clients without commands of their own, named as those of the VS Code extension, which registers them
 * itself. Each does what it does by an edit that the client applies, or by a document that the client shows.
 */
export const commands = {
  useVietnameseKeywords: "bdg.useVietnameseKeywords",
  useEnglishKeywords: "bdg.useEnglishKeywords",
  exportSummaryTable: "bdg.exportSummaryTable",
  openClause: "bdg.openClause",
  checkNow: "bdg.checkNow",
} as const;
