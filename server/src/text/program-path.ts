/**
 * Paths that are written in a file: `use "../national/plan.bdg"`, `document "plan.txt"`.
 * They come from whoever wrote the file, so what they may reach is decided here, for every platform alike,
 * before anything touches the file system. The shells check once more after links are resolved.
 */

export type PathRefusal =
  /** Nothing between the quotes, or nothing but the folder itself. */
  | "empty"
  /** Begins at the top of a disk: `/etc/plan.txt`, `C:/plan.txt`, `//server/share/plan.txt`. */
  | "absolute"
  /** Has a colon: a scheme (`https://…`, `file:…`), a drive or a stream (`plan.txt:hidden`). */
  | "colon"
  /** Has a backslash, which is a separator on Windows and a letter elsewhere. */
  | "backslash"
  /** Leads above the program's root. */
  | "outside-root"
  /** A device on Windows: `NUL`, `COM1.txt`. */
  | "device"
  /** A control character, or an end that Windows drops (`plan.`). */
  | "not-a-file-name";

export type PathResolution =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "refused"; readonly reason: PathRefusal };

/** Windows opens these as devices in every folder and with every extension; the digits may be superscript. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * The file that `written` means in the file at `fromPath`.
 *
 * @param fromPath path of the file it is written in, below the program's root, with `/`
 * @param written the path as the user wrote it, with `/`, relative to that file's folder
 * @returns the path below the root, with `/`, `.` and `..` worked in, in NFC (names compare in NFC), or why it is refused
 */
export function resolveProgramPath(fromPath: string, written: string): PathResolution {
  const reason = refusalAtSight(written);
  if (reason) return { kind: "refused", reason };

  const folders = fromPath.split("/").slice(0, -1);
  for (const segment of written.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") {
      if (folders.pop() === undefined) return { kind: "refused", reason: "outside-root" };
    } else {
      const refusal = refusalOfName(segment);
      if (refusal) return { kind: "refused", reason: refusal };
      folders.push(segment);
    }
  }
  if (folders.length === 0 || /(?:^|\/)\.{0,2}$/.test(written)) return { kind: "refused", reason: "empty" };
  return { kind: "path", path: folders.join("/").normalize("NFC") };
}

function refusalAtSight(written: string): PathRefusal | undefined {
  if (written.trim() === "") return "empty";
  if (/^[a-z]:[\\/]/i.test(written) || /^[\\/]/.test(written)) return "absolute";
  if (written.includes(":")) return "colon";
  if (written.includes("\\")) return "backslash";
  return undefined;
}

function refusalOfName(segment: string): PathRefusal | undefined {
  const stem = segment.split(".")[0]!.trimEnd();
  if (deviceName.test(stem)) return "device";
  return /[\u0000-\u001f\u007f]|[. ]$/.test(segment) ? "not-a-file-name" : undefined;
}

/** The ending of a path's file name in lower case, with its dot: `.bdg`; empty where there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}
