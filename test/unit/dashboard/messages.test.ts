/** What comes in from the page, and what goes out to it: anything that is not as agreed is dropped. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dashboardHtml } from "../../../client/src/views/dashboard/dashboard-html.ts";
import { parseHostMessage } from "../../../client/src/views/dashboard/host-messages.ts";
import { knownPlaces } from "../../../client/src/views/dashboard/known-places.ts";
import { pageAction } from "../../../client/src/views/dashboard/page-actions.ts";
import { type PageMessage, parsePageMessage } from "../../../client/src/views/dashboard/page-messages.ts";
import { dashboardWords } from "../../../client/src/views/dashboard/words.ts";
import { propertyRuns } from "../../support/runs.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";

const root = "file:///plans";
const overview = createTestService(sampleFiles()).service.planOverview();
const programs = [{ rootUri: root, overview }];
const known = knownPlaces(programs);
const [plan] = overview.plans as [(typeof overview.plans)[number]];
const [indicator] = plan.indicators as [(typeof plan.indicators)[number]];
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

const good: readonly PageMessage[] = [
  { kind: "ready", asOf: null },
  { kind: "setAsOf", asOf: "2024-12-31" },
  { kind: "open", program: root, path: plan.place.path, line: 3, character: 0 },
  { kind: "openClause", program: root, path: plan.document!, line: 29 },
  { kind: "record", program: root, path: indicator.place.path, indicator: indicator.id },
  { kind: "export", program: root, path: plan.place.path },
];

describe("a message of the page", () => {
  it.each(good)("is taken as it is: $kind", (message) => {
    expect(parsePageMessage(plain(message))).toEqual(message);
  });

  it.each(good)("is dropped with a part that is missing, too much, or of another kind: $kind", (message) => {
    const keys = Object.keys(message);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        const { [key]: own, ...rest } = plain(message);
        expect(parsePageMessage(rest)).toBeUndefined();
        expect(parsePageMessage({ ...plain(message), more: value })).toBeUndefined();
        const isAgreed = typeof value === typeof own || value === null || typeof value === "string";
        if (!isAgreed) expect(parsePageMessage({ ...rest, [key]: value })).toBeUndefined();
      }),
      propertyRuns(100),
    );
  });

  it.each([
    { kind: "run", command: "workbench.action.terminal.new" },
    { kind: "setAsOf", asOf: "2024-13-01" },
    { kind: "setAsOf", asOf: "tomorrow" },
    { kind: "open", program: root, path: plan.place.path, line: -1, character: 0 },
    { kind: "open", program: root, path: plan.place.path, line: 1.5, character: 0 },
    { kind: "open", program: root, path: "a".repeat(5000), line: 0, character: 0 },
    { kind: "__proto__" },
    null,
    "open",
    [good[0]],
  ])("is dropped: %j", (message) => {
    expect(parsePageMessage(message)).toBeUndefined();
  });

  it("that is anything at all never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => void parsePageMessage(value)),
      propertyRuns(100),
    );
  });
});

describe("what is done about a message", () => {
  it("is one of four things, about what the page was shown", () => {
    const actions = good.flatMap((message) =>
      message.kind === "ready" || message.kind === "setAsOf"
        ? []
        : [pageAction(message, known, "2024-12-31")],
    );
    expect(actions).toEqual([
      { kind: "show", program: root, path: plan.place.path, line: 3, character: 0 },
      { kind: "show", program: root, path: plan.document, line: 29, character: 0 },
      { kind: "record", programUri: root, indicatorId: indicator.id, path: indicator.place.path },
      { kind: "export", program: root, path: plan.place.path, asOf: "2024-12-31" },
    ]);
  });

  it("is nothing for any other file, folder, program or indicator", () => {
    const shown = new Set(
      [...JSON.stringify(overview).matchAll(/"path":"([^"]+)"/g)].map(([, path]) => path!),
    );
    const foreign = fc.oneof(
      fc.string(),
      fc.constantFrom("", ".", "..", "../secret.txt", "/etc/passwd", "toString", "__proto__"),
      fc.constantFrom(...shown).map((path) => `${path}/../../x`),
      fc.constantFrom(...shown).map((path) => path.toUpperCase()),
    );
    fc.assert(
      fc.property(foreign, foreign, (path, id) => {
        fc.pre(!shown.has(path));
        const at = { program: root, path };
        const place = { line: 0, character: 0 };
        expect(pageAction({ kind: "open", ...at, ...place }, known, null)).toBeUndefined();
        expect(pageAction({ kind: "openClause", ...at, line: 0 }, known, null)).toBeUndefined();
        expect(pageAction({ kind: "export", ...at }, known, null)).toBeUndefined();
        expect(pageAction({ kind: "record", ...at, indicator: indicator.id }, known, null)).toBeUndefined();
        const own = indicator.place.path;
        fc.pre(!plan.indicators.some((one) => one.id === id));
        expect(
          pageAction({ kind: "record", program: root, path: own, indicator: id }, known, null),
        ).toBeUndefined();
        expect(pageAction({ kind: "open", program: path, path: own, ...place }, known, null)).toBeUndefined();
      }),
      propertyRuns(100),
    );
  });

  it("leads to a document of the plan’s own folder, a text or not", () => {
    const clause = {
      ...indicator.clauses[0]!,
      place: { ...indicator.clauses[0]!.place!, path: "plan.docx" },
    };
    const withWord = [{ ...plan, indicators: [{ ...indicator, clauses: [clause] }] }];
    const places = knownPlaces([{ rootUri: root, overview: { ...overview, plans: withWord } }]);
    expect(
      pageAction({ kind: "openClause", program: root, path: "plan.docx", line: 29 }, places, null),
    ).toEqual({ kind: "show", program: root, path: "plan.docx", line: 29, character: 0 });
  });
});

describe("a message of the extension", () => {
  const words = dashboardWords({ t: (text) => text });
  const show = {
    kind: "show",
    programs: [{ rootUri: root, fixedDay: null, overview }],
    asOf: null,
    today: "2025-06-30",
    words,
    focus: null,
  };

  it("arrives whole", () => {
    expect(parseHostMessage(plain(show))).toEqual(plain(show));
  });

  it("is dropped where any part of it is of another kind", () => {
    const parts: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (typeof value !== "object" || value === null) return;
      // One entry of a list is like the others.
      for (const [key, inner] of Object.entries(value).slice(0, Array.isArray(value) ? 1 : undefined)) {
        parts.push([...path, key]);
        walk(inner, [...path, key]);
      }
    };
    const message = plain(show);
    walk(message, []);
    expect(parts.length).toBeGreaterThan(100);
    for (const path of parts) {
      const broken = plain(message);
      const key = path.at(-1)!;
      const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, broken);
      holder[key] = { not: "this" };
      expect(parseHostMessage(broken), path.join(".")).toBeUndefined();
    }
  });

  it("that is anything at all is dropped without throwing", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => void expect(parseHostMessage(value)).toBeUndefined()),
      propertyRuns(100),
    );
  });
});

describe("the page before its script", () => {
  const html = dashboardHtml({
    nonce: "n0nce",
    script: "https://files.test/page.js",
    style: "https://files.test/page.css",
    source: "https://files.test",
    language: "vi",
    title: 'A "title" & <more>',
    waiting: "<b>…</b>",
  });

  it("may load its script and its style sheet and nothing else", () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)!;
    expect(policy).toBe("default-src 'none'; style-src https://files.test; script-src 'nonce-n0nce'");
    expect(html.match(/<script\b[^>]*>/g)).toEqual([
      '<script nonce="n0nce" src="https://files.test/page.js">',
    ]);
    expect(html).not.toMatch(/\bstyle=|\bon\w+=/);
  });

  it("shows texts as texts", () => {
    expect(html).toContain("<title>A &#34;title&#34; &#38; &#60;more&#62;</title>");
    expect(html).not.toContain("<b>");
  });
});
