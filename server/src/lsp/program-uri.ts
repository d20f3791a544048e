/** URIs as the client writes them, and paths below a folder: `/` between names, compared in NFC. */

/**
 * @param rootUri URI of a folder, with or without a slash at its end
 * @returns the path of `uri` below the folder, as spelled in the URI; undefined where it does not lie below it
 */
export function pathBelow(rootUri: string, uri: string): string | undefined {
  const root = comparable(rootUri);
  const whole = comparable(uri);
  if (root === undefined || whole === undefined) return undefined;
  // `untitled:Untitled-1` stands in no folder.
  if (root.endsWith(":")) return whole.startsWith(root) ? whole.slice(root.length) || undefined : undefined;
  const start = root.endsWith("/") ? root : `${root}/`;
  // Names compare in NFC, so their lengths may differ: what lies below is cut off by counting names.
  if (!whole.normalize("NFC").startsWith(start.normalize("NFC"))) return undefined;
  const path = whole
    .split("/")
    .slice(start.split("/").length - 1)
    .join("/");
  return path === "" ? undefined : path;
}

/** The URI of a path below a folder. */
export function uriBelow(rootUri: string, path: string): string {
  const root = /[/:]$/.test(rootUri) ? rootUri : `${rootUri}/`;
  return `${root}${path.split("/").map(encodeName).join("/")}`;
}

/**
 * The folder that a file stands in, with a slash at its end where it is the top, `memfs:/`; of a document that is in
 * none its scheme, `untitled:`.
 */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf("/");
  if (slash < 0) return uri.slice(0, uri.indexOf(":") + 1);
  const folder = uri.slice(0, slash);
  return isTop(folder) ? `${folder}/` : folder;
}

/** Whether this is the top of a file system or of a drive, but for the slash. */
function isTop(folder: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/)?(?:\/[a-z](?::|%3A))?$/i.test(folder);
}

export function schemeOf(uri: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? "";
}

/** A URI in a form in which two spellings of the same one are equal: decoded, a Windows drive in lower case. */
function comparable(uri: string): string | undefined {
  const decoded = decode(uri);
  return decoded?.replace(
    /^([a-z][a-z0-9+.-]*:\/\/[^/]*\/)([A-Za-z]):/i,
    (_, start: string, drive: string) => {
      return `${start}${drive.toLowerCase()}:`;
    },
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** As editors write them: these five are left alone by encodeURIComponent, and not by editors. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The name of a file, decoded and composed. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  return (decode(name) ?? name).normalize("NFC");
}

/** How a file says the path of another: relative to its folder, with `/`; undefined where no way leads there. */
export function pathFrom(fromUri: string, toUri: string): string | undefined {
  const [from, to] = [placeOf(fromUri), placeOf(toUri)];
  if (from === undefined || to === undefined || from.top !== to.top) return undefined;
  const [folders, parts] = [from.names.slice(0, -1), to.names];
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared])
    shared += 1;
  return [...folders.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/");
}

/** Scheme, server and drive, and the names below: `memfs:/a/b` has no server, `file:///c:/a` has a drive. */
function placeOf(uri: string): { readonly top: string; readonly names: readonly string[] } | undefined {
  const [, top, path] =
    /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(?:\/[a-z]:(?=\/))?)\/(.*)$/isu.exec(comparable(uri) ?? "") ?? [];
  return top === undefined || path === undefined ? undefined : { top, names: path.split("/") };
}
