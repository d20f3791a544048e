import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { emphasise, escapeMarkdown } from "../../../server/src/language-features/markdown.ts";
import { createTestService } from "../../support/test-service.ts";

/** The strictest reader for our purpose: takes HTML and turns bare addresses into links, as some editors do. */
const reader = new MarkdownIt({ html: true, linkify: true });

interface Found {
  readonly links: readonly string[];
  readonly html: readonly string[];
  readonly images: readonly string[];
  readonly text: string;
}

function read(markdown: string): Found {
  const inline = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const attribute = (type: string, name: string): string[] =>
    inline.filter((token) => token.type === type).map((token) => String(token.attrGet(name) ?? ""));
  return {
    links: attribute("link_open", "href"),
    html: inline.filter(({ type }) => type.startsWith("html")).map(({ content }) => content),
    images: attribute("image", "src"),
    text: inline
      .filter(({ type }) => type === "text" || type === "code_inline")
      .map(({ content }) => content)
      .join(""),
  };
}

const nasty = [
  "](command:evil)",
  "[click](command:evil)",
  "![x](https://evil.example/x.png)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "https://evil.example",
  "www.evil.example",
  "<https://evil.example>",
  "someone@evil.example",
  "&lt;b&gt; &amp;",
  "*a* _b_ **c** ~~d~~ `e`",
  "$(warning) x",
  "# heading",
  "- item",
  "+ item",
  "1. item",
  "1) item",
  "> quote",
  "| a | b |",
  "\\",
  "trailing \\",
  "a | b",
  "===",
  "``` x",
];

describe.each(nasty)("%s", (text) => {
  it("is shown as it is written and nothing comes of it", () => {
    const found = read(escapeMarkdown(text));
    expect(found).toEqual({ links: [], html: [], images: [], text: text.replace(/\s+/g, " ").trim() });
  });

  it("does no harm as a name, evidence, explanation, category, body or clause", () => {
    const quoted = text.replace(/["\\]/g, "\\$&");
    const source = `plan p "${quoted}" { period 2021..2025; document "d.txt" }
body office "${quoted}"
dimension sex "${quoted}" { female "${quoted}" }
unit thing "${quoted}"
indicator a "${quoted}" {
  clause I.1 "${quoted}"
  unit thing
  target 2022 for female >= 5
  measured 2022 for female = 3 "${quoted}"
  explain 2022 "${quoted}"
  lead office
}
task t "${quoted}" { due 2022; explain 2022 "${quoted}"; lead office }
`;
    const files = { "p.bdg": source, "d.txt": `I. MỤC TIÊU\n\n1. Trước ${text} sau.\n` };
    const { service, log } = createTestService(files);
    const lines = source.split("\n");
    for (const [line, content] of lines.entries()) {
      for (let character = 0; character <= content.length; character += 1) {
        const hover = service.hover("p.bdg", { line, character }, { images: true, commandLinks: true });
        if (!hover) continue;
        // One hover is the same for all of its words.
        character = Math.max(character, hover.range.end.character);
        const found = read(hover.markdown);
        expect(found.html).toEqual([]);
        expect(found.links.filter((link) => !link.startsWith("command:bdg.openClause?"))).toEqual([]);
        expect(found.images.filter((image) => !image.startsWith("data:image/svg+xml;base64,"))).toEqual([]);
      }
    }
    expect(log).toEqual([]);
  });
});

describe("emphasised words", () => {
  const bold = (markdown: string): string | undefined =>
    /<strong>(.*)<\/strong>/.exec(reader.renderInline(markdown))?.[1];

  it.each([
    ["đến năm 2025 đạt 60% các cơ quan", "60%", "60%"],
    ["đạt * 60 * thì", "* 60 *", "* 60 *"],
    ["a bc d", " bc ", "bc"],
  ])("%s: %s", (text, part, shown) => {
    const start = text.indexOf(part);
    expect(bold(emphasise(text, start, start + part.length))).toBe(shown);
  });

  it.each([
    ["60%các", 0, 3],
    ["các(60", 3, 6],
  ])("stay plain where Markdown could not tell where they begin or end: %s", (text, start, end) => {
    expect(reader.renderInline(emphasise(text, start, end))).toBe(text);
  });
});
