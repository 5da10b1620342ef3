import { expect, test } from 'vitest';
import { isAllowedTarget, readAllowedHosts } from './allowed-hosts.ts';

test.each([
  [undefined, 'https://api.smith.langchain.com/x', true],
  [undefined, 'https://eu.api.smith.langchain.com/x', true],
  [undefined, 'http://api.smith.langchain.com/x', false],
  [undefined, 'https://api.smith.langchain.com:8443/x', false],
  [undefined, 'https://api.smith.langchain.com.evil.example/x', false],
  [undefined, 'https://smith.langchain.com/x', false],
  [undefined, 'http://127.0.0.1:1984/x', false],
  ['', 'https://other.example/x', false],
  ['smith.corp.example', 'https://smith.corp.example/x', true],
  ['smith.corp.example', 'http://smith.corp.example/x', true],
  ['smith.corp.example', 'https://smith.corp.example:444/x', false],
  [' Smith.corp.example , localhost:1984 ', 'http://localhost:1984/x', true],
  ['localhost:1984', 'http://localhost:1985/x', false],
  ['localhost:1984', 'https://aws.api.smith.langchain.com/x', true],
  ['any', 'http://10.0.0.1/x', true],
  ['any', 'http://api.smith.langchain.com/x', false],
])('with RUNLENS_PROXY_HOSTS=%s, %s is allowed: %s', (setting, url, expected) => {
  expect(isAllowedTarget(new URL(url), readAllowedHosts(setting))).toBe(expected);
});

test('the list shown to the page names Cloud once, and what was added', () => {
  expect(readAllowedHosts('x.example,api.smith.langchain.com')).toEqual([
    'api.smith.langchain.com',
    'eu.api.smith.langchain.com',
    'apac.api.smith.langchain.com',
    'aws.api.smith.langchain.com',
    'x.example',
  ]);
});
