import type { BuildOptions } from "esbuild";

export const targets: readonly BuildOptions[];
export function buildAll(): Promise<void>;
