export const packagedFiles: readonly string[];
export function packagedManifest(manifest: object): object;
export function isPreRelease(version: string): boolean;
export declare function packagedReadmes(): readonly (readonly [name: string, text: string])[];
