// One of the two SDK clients against a server, the whole way through; it throws where the client does.
//
//   node sdk_client.mjs FOLDER v1|v2-legacy|v2-auto|v2-pinned PROGRAM    FOLDER holds node_modules; run in a repository

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, kind, program] = process.argv.slice(2);
const require = createRequire(path.join(folder, 'here.js'));
const MODES = { 'v2-legacy': 'legacy', 'v2-auto': 'auto', 'v2-pinned': { pin: '2026-07-28' } };
const ERAS = { v1: '2025-11-25', 'v2-legacy': '2025-11-25', 'v2-auto': '2026-07-28', 'v2-pinned': '2026-07-28' };

function makeClient() {
  const implementation = { name: 'sdk-test', version: '1.0.0' };
  const server = { command: program, args: ['mcp'], env: { ...process.env }, stderr: 'inherit' };
  if (kind === 'v1') {
    const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
    const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');
    return [new Client(implementation), new StdioClientTransport(server)];
  }
  const { Client } = require('@modelcontextprotocol/client');
  const { StdioClientTransport } = require('@modelcontextprotocol/client/stdio');
  return [new Client(implementation, { versionNegotiation: { mode: MODES[kind] } }), new StdioClientTransport(server)];
}

const [client, transport] = makeClient();
const problems = [];
client.onerror = (error) => problems.push(error);
await client.connect(transport);
assert.equal(client.getServerVersion()?.name, 'git-session');
if (client.getNegotiatedProtocolVersion) assert.equal(client.getNegotiatedProtocolVersion(), ERAS[kind]);
assert.match(client.getInstructions() ?? '', /Work sessions/);

// Clients hold structured results against the output schemas only once they have listed the tools.
const { tools } = await client.listTools();
assert.equal(tools.length, 9);

async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, `${name}: ${JSON.stringify(result.content)}`);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result;
}

const session = (await call('create')).structuredContent.session_id;
const added = await call('add', { agent: 'cs-architect', content: '# A plan\n', topic: 'plan', session });
const link = added.content.find((block) => block.type === 'resource_link');
const read = await client.readResource({ uri: link.uri });
assert.equal(read.contents[0].text, '# A plan\n');
for (const [name, args] of [['current'], ['search', { agent: 'cs-*' }], ['show'], ['show', { file: 'plan' }], ['report'],
  ['update', { note: 'Agreed' }], ['promote', { file: 'plan', space: 'PROJ' }], ['close', { session }]]) {
  await call(name, args);
}
const refused = await client.callTool({ name: 'add', arguments: { agent: 'x', files: ['/proc/self/environ'] } });
assert.equal(refused.isError, true);
await assert.rejects(client.callTool({ name: 'nonsense', arguments: {} }));

const { resources } = await client.listResources();
assert.ok(resources.some((resource) => resource.uri === `session://${session}`));
for (const resource of resources) await client.readResource({ uri: resource.uri });
assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 2);
await assert.rejects(client.readResource({ uri: 'session://nobody' }));
if (kind === 'v1' || kind === 'v2-legacy') await client.ping();

await client.close();
assert.deepEqual(problems.map(String), []);
console.log(`ok ${kind}`);
