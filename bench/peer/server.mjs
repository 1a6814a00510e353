// The peer as a small HTTP server: @neo4j/graphql over the database that NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD
// name, with the types of typedefs.graphql. POST {query, variables, operationName} to it; it answers with JSON. It
// listens on PORT of this machine (any free one if that is not set) and says where in the one line that it prints.
//
// There is no Apollo Server between: graphql-js runs the executable schema as it stands, so that the peer is measured
// without the cost of a framework that it does not need.

import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Neo4jGraphQL } from '@neo4j/graphql'
import { execute, parse, printSchema, validate } from 'graphql'
import neo4j from 'neo4j-driver'

const here = (file) => new URL(file, import.meta.url)
const { NEO4J_URI, NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD, NEO4J_DATABASE = 'neo4j', PORT = '0' } = process.env
if (!NEO4J_URI || !NEO4J_PASSWORD) {
  console.error('Set NEO4J_URI and NEO4J_PASSWORD, of the database that the peer is to read.')
  process.exit(2)
}

const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD))
await driver.verifyConnectivity()
const features = {
  filters: { String: { MATCHES: true, CASE_INSENSITIVE: true } }, // off unless asked for
  excludeDeprecatedFields: { // or the schema is ten times as large
    aggregationFilters: true, aggregationFiltersOutsideConnection: true, attributeFilters: true,
    mutationOperations: true, relationshipFilters: true,
  },
}
const typeDefs = readFileSync(here('typedefs.graphql'), 'utf8')
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema()
if (process.argv[2] === '--print-schema') {
  writeFileSync(1, printSchema(schema) + '\n')
  await driver.close()
  process.exit(0)
}

// documents keeps what was parsed and found valid, as any server in production does.
const documents = new Map()

function check(query) {
  let found = documents.get(query)
  if (!found) {
    const document = parse(query)
    found = { document, errors: validate(schema, document) }
    if (documents.size > 1000) documents.clear()
    documents.set(query, found)
  }
  return found
}

async function answer({ query, variables, operationName }) {
  const { document, errors } = check(query)
  if (errors.length > 0) return { errors }
  const contextValue = { executionContext: driver, sessionConfig: { database: NEO4J_DATABASE } }
  return execute({ schema, document, variableValues: variables, operationName, contextValue })
}

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', async () => {
    let result
    try {
      result = await answer(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    } catch (error) {
      result = { errors: [{ message: String(error.message) }] }
    }
    const body = JSON.stringify(result)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})

server.listen(Number(PORT), '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/`))

// Whoever starts the peer holds its standard input: when that ends, so does the peer, however the other one ended.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))
if (process.argv[2] === '--until-eof') process.stdin.resume().on('end', () => process.exit(0))
