import { expect, test } from 'vitest';
import { OPERATORS } from './operators.ts';
import { signatureAt } from './signature.ts';

const at = (sketch: string) => signatureAt(sketch.replace('|', ''), sketch.indexOf('|'));

test.each([
  ['eq(|', 'eq(field, value)', 'field'],
  ['eq(name|, "a")', 'eq(name, value)', 'name'],
  ['eq(status, |)', 'eq(status, value)', 'value'],
  ['in(name, ["a", |', 'in(name, [value, …])', '[value, …]'],
  ['in(name, ["a"|', 'in(name, [value, …])', '[value, …]'],
  ['like(name, "|")', 'like(name, "%pattern%")', '"%pattern%"'],
  ['exists(metadata, |)', 'exists(metadata, "key")', '"key"'],
  ['search(|)', 'search("text")', '"text"'],
  ['and(eq(name, "a"), |)', 'and(filter, …)', 'filter, …'],
  ['and(eq(name, "a|"), gt(latency, 5))', 'eq(name, value)', 'value'],
  ['EQ(name, |', 'eq(name, value)', 'value'],
  ['eq(name, "a", |)', 'eq(name, value)', 'value'],
])('%s', (sketch, label, active) => {
  const signature = at(sketch)!;
  expect(signature.label).toBe(label);
  expect(signature.parameters[signature.activeParameter]?.label).toBe(active);
});

test('the value is described by its field', () => {
  expect(at('eq(run_type, |')?.parameters[1]?.documentation).toBe(
    'One of a few words: chain, llm, tool, retriever, embedding, prompt, parser.',
  );
  expect(at('gt(latency, |')?.parameters[1]?.documentation).toBe('Seconds, as 5 or "5s".');
});

test.each(['|', 'e|q(name, "a")', 'eq(name, "a")|', 'nope(|)', '(|'])('nothing at %s', (sketch) => {
  expect(at(sketch)).toBeUndefined();
});

test('every parameter is a part of its signature', () => {
  for (const { name } of OPERATORS) {
    const { label, parameters } = at(`${name}(|`)!;
    for (const parameter of parameters) expect(label).toContain(parameter.label);
  }
});
