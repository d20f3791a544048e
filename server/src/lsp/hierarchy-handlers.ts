import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  TypeHierarchyItem,
} from "vscode-languageserver";
import type { HierarchyItem } from "../language-features/feature-types.ts";
import { nameSymbolKinds, toRange } from "./convert.ts";
import { type FeatureParts, locate, type PlaceParams } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";

/** Trees: which formula has which indicator in it, and which plan or indicator implements which. */
export function registerHierarchies(parts: FeatureParts): void {
  const { connection, handlers } = parts;
  const { callHierarchy, typeHierarchy } = connection.languages;

  callHierarchy.onPrepare(
    handlers.request<PlaceParams, CallHierarchyItem[]>("prepareCallHierarchy", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      const item = program.service.callItem(path, params.position);
      return item ? [toItem(item, program)] : [];
    }),
  );
  callHierarchy.onIncomingCalls(
    handlers.request<ItemParams, CallHierarchyIncomingCall[]>("incomingCalls", [], async ({ item }) => {
      const { program, path } = await locate(parts, item.uri);
      const calls = program.service.incomingCalls(path, item.selectionRange.start);
      return calls.map((call) => ({
        from: toItem(call.item, program),
        fromRanges: call.ranges.map(toRange),
      }));
    }),
  );
  callHierarchy.onOutgoingCalls(
    handlers.request<ItemParams, CallHierarchyOutgoingCall[]>("outgoingCalls", [], async ({ item }) => {
      const { program, path } = await locate(parts, item.uri);
      const calls = program.service.outgoingCalls(path, item.selectionRange.start);
      return calls.map((call) => ({ to: toItem(call.item, program), fromRanges: call.ranges.map(toRange) }));
    }),
  );

  typeHierarchy.onPrepare(
    handlers.request<PlaceParams, TypeHierarchyItem[]>("prepareTypeHierarchy", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      const item = program.service.typeItem(path, params.position);
      return item ? [toItem(item, program)] : [];
    }),
  );
  typeHierarchy.onSupertypes(
    handlers.request<ItemParams, TypeHierarchyItem[]>("supertypes", [], async ({ item }) => {
      const { program, path } = await locate(parts, item.uri);
      const found = program.service.supertypes(path, item.selectionRange.start);
      return found.map((one) => toItem(one, program));
    }),
  );
  typeHierarchy.onSubtypes(
    handlers.request<ItemParams, TypeHierarchyItem[]>("subtypes", [], async ({ item }) => {
      const { program, path } = await locate(parts, item.uri);
      const found = program.service.subtypes(path, item.selectionRange.start);
      return found.map((one) => toItem(one, program));
    }),
  );
}

interface ItemParams {
  readonly item: CallHierarchyItem | TypeHierarchyItem;
}

function toItem(
  { kind, name, title, path, range, selection }: HierarchyItem,
  program: FolderProgram,
): CallHierarchyItem {
  return {
    name,
    kind: nameSymbolKinds[kind],
    detail: title,
    uri: program.uriOf(path),
    range: toRange(range),
    selectionRange: toRange(selection),
  };
}
