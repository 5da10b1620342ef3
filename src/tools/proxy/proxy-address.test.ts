import { expect, test } from 'vitest';
import { parseProxyAddress } from './proxy-address.ts';

test.each([
  ['/', 'elsewhere'],
  ['/-/proxyish', 'elsewhere'],
  ['/assets/-/proxy', 'elsewhere'],
  ['/-/proxy', 'status'],
  ['/-/proxy/', 'status'],
  ['/-/proxy?x=1', 'status'],
])('%s is %s', (target, kind) => {
  expect(parseProxyAddress(target).kind).toBe(kind);
});

test.each([
  ['/-/proxy/https/api.smith.langchain.com/api/v1/info', 'https://api.smith.langchain.com/api/v1/info'],
  ['/-/proxy/http/localhost:1984/runs?id=a%2Fb&x=', 'http://localhost:1984/runs?id=a%2Fb&x='],
  ['/-/proxy/http/[::1]:80/x', 'http://[::1]/x'],
  ['/-/proxy/https/host', 'https://host/'],
  ['/-/proxy/HTTPS/Host/P', 'https://host/P'],
  ['/-/proxy/https/host/a/../../b', 'https://host/b'],
  ['/-/proxy/https/host//double', 'https://host//double'],
])('%s goes to %s', (target, url) => {
  const address = parseProxyAddress(target);
  expect(address.kind === 'target' && address.url.href).toBe(url);
});

test.each([
  '/-/proxy/ftp/host/x',
  '/-/proxy/https',
  '/-/proxy/https/',
  '/-/proxy/https/key:secret@host/x',
  '/-/proxy/https/evil.example%2f@api.smith.langchain.com/',
  '/-/proxy/https/host:999999/x',
  '/-/proxy/https/ho st/x',
  '/-/proxy/https/host\\evil/x',
])('%s is malformed', (target) => {
  expect(parseProxyAddress(target).kind).toBe('malformed');
});
