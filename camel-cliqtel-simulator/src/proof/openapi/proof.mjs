// SPDX-License-Identifier: Apache-2.0
// Lints the document with Redocly, then asks the runnable jar through Prism, which compares every answer with the document.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const document = here('../../main/resources/com/cliqtel/camel/simulator/openapi/cliqtel-sms-api.yaml');
const jar = process.argv[2]
  ?? here('../../../target/') + readdirSync(here('../../../target')).find((name) => name.endsWith('-runnable.jar'));

const lint = spawnSync(here('node_modules/.bin/redocly'), ['lint', document], { cwd: here('.'), encoding: 'utf8' });
console.log(lint.status === 0 ? 'redocly: accepted' : lint.stdout + lint.stderr);

async function start(command, args, ready) {
  const child = spawn(command, args);
  process.on('exit', () => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(ready);
    if (found) {
      child.stdout.resume();
      return found[1];
    }
  }
  throw new Error(`${command} ended`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function behindPrism(...flags) {
  const base = await start('java', ['-jar', jar, '--port', '0', ...flags], /base URL +(\S+)/);
  const args = ['proxy', document, base, '--port', await freePort(), '--validate-request', 'false'];
  const [prism] = [await start(here('node_modules/.bin/prism'), args, /listening on (http:\S+)/)];
  return prism.replace('localhost', '127.0.0.1');
}

let expected = true;
let failures = lint.status === 0 ? 0 : 1;
async function ask(prism, status, method, path, body, key = 'sim_test_key') {
  const answer = await fetch(prism + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  await answer.text();
  // what Prism says of requests is left out: some are wrong on purpose
  const violations = JSON.parse(answer.headers.get('sl-violations') ?? '[]').filter((v) => v.location[0] === 'response');
  const agreed = answer.status === status && violations.length === 0;
  const right = agreed === expected;
  failures += right ? 0 : 1;
  console.log(`${right ? (expected ? 'agreed' : 'objected, as it should:') : 'FAILED'}  ${method} ${path} -> ${answer.status} ${violations.length ? JSON.stringify(violations) : ''}`);
}

const send = { from: '+16625163513', to: '+31612345678', body: 'Hello!' };
let prism = await behindPrism('--carrier-rejects', '+15550001111');
await ask(prism, 201, 'POST', '/messages', send);
await ask(prism, 201, 'POST', '/messages', { from_number_id: 11, to: send.to, body: 'x' });
await ask(prism, 422, 'POST', '/messages', { ...send, from: '+16635163513' });
await ask(prism, 422, 'POST', '/messages', {});
await ask(prism, 500, 'POST', '/messages', { ...send, to: '+15550001111' });
await ask(prism, 200, 'GET', '/messages?direction=outbound&per_page=10');
await ask(prism, 200, 'GET', '/messages?status=queued&number_id=11&from=%2B16625163513&to=%2B31612345678&since=2026-01-01T00:00:00Z&page=1');
await ask(prism, 422, 'GET', '/messages?per_page=101');
await ask(prism, 200, 'GET', '/messages/42');
await ask(prism, 404, 'GET', '/messages/41');
await ask(prism, 200, 'GET', '/numbers');
for (const [method, path] of [['POST', '/messages'], ['GET', '/messages'], ['GET', '/messages/42'], ['GET', '/numbers']]) {
  await ask(prism, 401, method, path, method === 'POST' ? send : undefined, 'wrong');
}
prism = await behindPrism('--balance', '0', '--requests-per-minute', '1');
await ask(prism, 402, 'POST', '/messages', send);
for (const [method, path] of [['POST', '/messages'], ['GET', '/messages'], ['GET', '/messages/42'], ['GET', '/numbers']]) {
  await ask(prism, 429, method, path, method === 'POST' ? send : undefined);
}
// a simulator that lies: who never objects, agrees with nothing
expected = false;
prism = await behindPrism('--faults', here('lies.yaml'));
await ask(prism, 201, 'POST', '/messages', send);
await ask(prism, 200, 'GET', '/messages');
await ask(prism, 200, 'GET', '/messages/42');
await ask(prism, 200, 'GET', '/numbers');
console.log(failures === 0 ? 'all as it should be' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
