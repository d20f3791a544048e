export interface PageParts {
  /** Of this page alone, and no word of it can be guessed. */
  readonly nonce: string;
  /** Addresses of the page's script and style sheet, and where VS Code serves such files from. */
  readonly script: string;
  readonly style: string;
  readonly source: string;
  readonly language: "en" | "vi";
  readonly title: string;
  /** Shown until there is something to see. */
  readonly waiting: string;
}

/** The page before its script runs: nothing may be loaded into it but that script and its style sheet. */
export function dashboardHtml({ nonce, script, style, source, language, title, waiting }: PageParts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<div id="dashboard"><p class="empty">${escaped(waiting)}</p></div>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
