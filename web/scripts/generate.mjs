// Checks every operation under src/queries against the schema and writes their types to src/generated/operations.ts:
// `npm run generate`, the first step of every build. An operation that the schema does not allow fails it, and so does
// one that leaves out which statements count.
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, print, validate } from 'graphql';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const schema = parse(readFileSync(at('../../schema/api.graphqls'), 'utf8'), { noLocation: true });
const built = buildSchema(readFileSync(at('../../schema/api.graphqls'), 'utf8'));
const documents = readdirSync(at('../src/queries'))
  .sort()
  .map((name) => ({ location: name, document: parse(readFileSync(at(`../src/queries/${name}`), 'utf8')) }));

const whole = { kind: 'Document', definitions: documents.flatMap((d) => d.document.definitions) };
const faults = [...validate(built, whole), ...unscoped(whole)];
if (faults.length > 0) {
  for (const fault of faults) console.error(`src/queries: ${fault}`);
  process.exit(1);
}

/** The operations that do not pass on which statements count: src/core/api.ts gives every one of them the variables. */
function unscoped({ definitions }) {
  const scope = '@statements(weakest: $weakest, validOn: $validOn, knownOn: $knownOn)';
  return definitions
    .filter(({ kind, directives }) => kind === 'OperationDefinition' && !directives.some((one) => print(one) === scope))
    .map(({ name }) => `${name.value} lacks ${scope}: declare $weakest: Basis, $validOn: Date, $knownOn: Date, and write it before the first brace`);
}

const code = await codegen({
  filename: 'operations.ts',
  schema,
  schemaAst: built,
  documents,
  config: {
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: false,
    dedupeFragments: true,
    // Operations are kept as text: it is shorter than a tree, and it is what the page shows as "the query".
    documentMode: 'string',
    scalars: { Date: 'string', JSON: 'Record<string, string | null>' },
  },
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations, documents: typedDocuments },
  skipDocumentsValidation: true,
});

mkdirSync(at('../src/generated'), { recursive: true });
// It is asked only where what is inferred counts (src/core/scope.ts).
const typed = code.replaceAll('firmCountry: {', 'firmCountry?: {');
writeFileSync(at('../src/generated/operations.ts'), `// Derived by scripts/generate.mjs; not checked in.\n${typed}`);
