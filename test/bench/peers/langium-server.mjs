import { EmptyFileSystem } from "langium";
import { createServicesForGrammar } from "langium/grammar";
import { startLanguageServer } from "langium/lsp";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

/**
 * A language for the synthetic plan as one would begin it with Langium: its grammar, names, and one check, that the
 * last value is at least fifty. It knows nothing of paths, clauses or units.
 */

const grammar = `
grammar Plan
entry Model: 'plan' name=ID title=STRING '{' 'issued' issued=NUMBER 'period' from=NUMBER '..' to=NUMBER '}'
  bodies+=Body* indicators+=Indicator*;
Body: 'body' name=ID title=STRING;
Indicator: 'indicator' name=ID title=STRING '{' 'clause' clause=Address 'unit' unit=ID
  'baseline' baseline=Value targets+=Target* measured+=Measured* '}';
Target: 'target' year=NUMBER 'reach' bound=NUMBER '%';
Measured: 'measured' value=Value;
Value: year=NUMBER '=' (numerator=NUMBER 'of' denominator=NUMBER | percent=NUMBER '%') evidence=STRING?;
Address returns string: ID '.' NUMBER;
terminal ID: /[A-Za-z_][A-Za-z_0-9]*/;
terminal NUMBER returns string: /[0-9]+(,[0-9]+)?/;
terminal STRING: /"[^"\\n]*"/;
hidden terminal WS: /\\s+/;
`;

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const services = await createServicesForGrammar({
  grammar,
  languageMetaData: {
    languageId: "plan",
    fileExtensions: [".plan"],
    caseInsensitive: false,
    mode: "production",
  },
  sharedModule: { lsp: { Connection: () => connection } },
  fileSystem: EmptyFileSystem,
});
services.validation.ValidationRegistry.register({
  Indicator: (indicator, accept) => {
    const last = indicator.measured.at(-1)?.value;
    if (Number(last?.percent?.replace(",", ".")) < 50)
      accept("warning", `${last.percent}% is too little.`, { node: last });
  },
});
startLanguageServer(services.shared);
