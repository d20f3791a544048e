export const packagedFiles: readonly string[];
export function packagedManifest(manifest: object): object;
export function isPreRelease(version: string): boolean;
