import type { KnownPlaces } from "./known-places.ts";
import type { PageMessage } from "./page-messages.ts";

/** A place to be shown beside the page, or one of two commands with its argument. */
export type PageAction =
  | {
      readonly kind: "show";
      readonly program: string;
      readonly path: string;
      readonly line: number;
      readonly character: number;
    }
  | {
      readonly kind: "record";
      readonly programUri: string;
      readonly indicatorId: string;
      readonly path: string;
    }
  | {
      readonly kind: "export";
      readonly program: string;
      readonly path: string;
      readonly asOf: string | null;
    };

/**
 * What is done about a message of the page: nothing where it is about something that the page was not shown.
 *
 * @param asOf the day that the page shows; null where it is that of the settings
 */
export function pageAction(
  message: Exclude<PageMessage, { readonly kind: "ready" | "setAsOf" }>,
  known: KnownPlaces,
  asOf: string | null,
): PageAction | undefined {
  const { program, path } = message;
  if (message.kind === "record") {
    const { indicator } = message;
    if (!known.hasIndicator(program, path, indicator)) return undefined;
    return { kind: "record", programUri: program, indicatorId: indicator, path };
  }
  if (!known.hasFile(program, path)) return undefined;
  switch (message.kind) {
    case "open":
      return { kind: "show", program, path, line: message.line, character: message.character };
    case "openClause":
      return { kind: "show", program, path, line: message.line, character: 0 };
    case "export":
      return { kind: "export", program, path, asOf };
  }
}
