import {
  type FileOperationOptions,
  FileOperationPatternKind,
  type FileOperationRegistrationOptions,
} from "vscode-languageserver";

/** Files and folders of any name: evidence may be a picture, and a folder takes along what lies in it. */
const anything: FileOperationRegistrationOptions = {
  filters: [FileOperationPatternKind.file, FileOperationPatternKind.folder].map((matches) => ({
    pattern: { glob: "**/*", matches },
  })),
};

/** What the server wants to be asked and told about files. */
export const fileOperations: FileOperationOptions = {
  willRename: anything,
  didRename: anything,
  didCreate: anything,
  didDelete: anything,
};
