import { RequestType, type WorkspaceEdit } from "vscode-languageserver";

/** What BDG's own clients and its server say to each other about making plans from documents, and new versions of these. */

export interface NewPlanParams {
  /** A .txt, .md or .docx, in the workspace or not. */
  readonly documentUri: string;
  /** Where the new file will stand, for the document's path in it. */
  readonly planUri: string;
  /** Of the keywords; without it the document's own language. */
  readonly keywords?: "en" | "vi";
}

export type NewPlanResult =
  | {
      readonly kind: "plan";
      readonly text: string;
      readonly indicators: number;
      readonly tasks: number;
      /** Comments `# check:`. */
      readonly checks: number;
    }
  | { readonly kind: "refused"; readonly message: string };

/** Client to server: the text of a plan drafted from a document. Nothing is changed by asking. */
export const newPlanRequest = new RequestType<NewPlanParams, NewPlanResult, void>("bdg/newPlan");

export interface CompareDocumentParams {
  /** A file of the program: the plan, or the document that it names. */
  readonly uri: string;
  /** The document that is compared, where the plan names several, and in every question after the first. */
  readonly oldUri?: string;
  /** The new version, in the workspace or not. */
  readonly newUri: string;
  /** The fixes that were made already. */
  readonly applied: readonly { readonly id: string; readonly was: string }[];
}

export type CompareDocumentResult =
  | {
      readonly kind: "compared";
      readonly oldUri: string;
      readonly markdown: string;
      /** How many clauses are different. */
      readonly differences: number;
      readonly fixes: readonly {
        readonly id: string;
        readonly was: string;
        readonly title: string;
        readonly detail: string;
        readonly edit: WorkspaceEdit;
      }[];
    }
  /** The plan names several documents. */
  | { readonly kind: "several"; readonly uris: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

/** Client to server: what is different in a new version of a plan's document, and the fixes. Nothing is changed by asking. */
export const compareDocumentRequest = new RequestType<CompareDocumentParams, CompareDocumentResult, void>(
  "bdg/compareDocument",
);
